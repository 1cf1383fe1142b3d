package com.sothebais.render.java2d.internal;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets text: wrapped at words, shrunk until it fits, cut with an ellipsis when even that does not help. */
final class Lettering {
    private static final String ELLIPSIS = "…";
    private static final double SHRINK = 0.94;
    private static final double SMALLEST = 0.55;
    private static final double LEAST_PIXELS = 9;
    private static final double LINE_EMS = 1.26;
    /** Height of one line from accents to descenders. */
    private static final double LETTER_EMS = 1.1;
    /** Height of the capitals; lines are centred by them because the eye does so too. */
    private static final double CAPITAL_EMS = 0.72;
    /** More than fits on any screen; longer text is cut before it costs anything. */
    private static final int TEXT_MAX = 2_000;

    private static final int STRIP_MAX_PIXELS = 16_384;
    private static final double TICKER_GAP_EMS = 2.5;

    private final Typeface typeface;

    Lettering(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Lines of one size. */
    private record Block(List<TextLayout> lines, double size) {}

    Bitmap text(Text content, int width, int height) {
        Style style = content.style();
        String text = clean(content.text(), style);
        if (text.isBlank()) {
            return Bitmap.NOTHING;
        }
        Block block = set(text, style, width, height);
        Easel easel = new Easel(width, height);
        Graphics2D graphics = easel.graphics();
        graphics.setColor(new Color(style.color(), true));
        double lineHeight = block.size * LINE_EMS;
        double tall = (block.lines.size() - 1) * lineHeight + block.size * CAPITAL_EMS;
        double baseline = (height - tall) / 2 + block.size * CAPITAL_EMS;
        for (TextLayout line : block.lines) {
            draw(line, graphics, left(line, style.align(), width), baseline);
            baseline += lineHeight;
        }
        return easel.bitmap();
    }

    /** One period of a ticker: its text and the gap before it starts again. Its width is the period. */
    Bitmap strip(Ticker content, int height) {
        Style style = content.style();
        String text = clean(content.text(), style).replace('\n', ' ');
        if (text.isBlank()) {
            return Bitmap.NOTHING;
        }
        double size = Math.min(style.sizePixels(), height / LETTER_EMS);
        TextLayout line = cut(text, style, size, STRIP_MAX_PIXELS);
        int width = (int) Math.ceil(line.getAdvance() + TICKER_GAP_EMS * size);
        Easel easel = new Easel(width, height);
        easel.graphics().setColor(new Color(style.color(), true));
        draw(line, easel.graphics(), 0, (height + size * CAPITAL_EMS) / 2);
        return easel.wholeSheet();
    }

    /** Filled outlines stand exactly where they are measured; glyph images would be moved to whole pixels, each on its own. */
    private static void draw(TextLayout line, Graphics2D graphics, double left, double baseline) {
        graphics.fill(line.getOutline(AffineTransform.getTranslateInstance(left, Math.round(baseline))));
    }

    private String clean(String text, Style style) {
        String limited = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
        return typeface.drawable(limited, style.weight()).strip();
    }

    private Block set(String text, Style style, int width, int height) {
        int most = Math.max(1, style.lines());
        double least = Math.min(style.sizePixels(), Math.max(LEAST_PIXELS, style.sizePixels() * SMALLEST));
        for (double size = style.sizePixels(); size > least; size *= SHRINK) {
            Optional<List<TextLayout>> lines = wrap(text, style, size, width, most);
            if (lines.isPresent() && fits(lines.get().size(), size, height)) {
                return new Block(lines.get(), size);
            }
        }
        int rows = most;
        while (rows > 1 && !fits(rows, least, height)) {
            rows--;
        }
        return new Block(forced(text, style, least, width, rows), least);
    }

    private static boolean fits(int lines, double size, int height) {
        return (lines - 1) * size * LINE_EMS + size * LETTER_EMS <= height + 0.5;
    }

    /** Whole words on at most so many lines; empty when that is impossible. */
    private Optional<List<TextLayout>> wrap(String text, Style style, double size, int width, int most) {
        List<TextLayout> lines = new ArrayList<>();
        for (String paragraph : paragraphs(text)) {
            LineBreakMeasurer measurer = measurer(paragraph, style, size);
            while (measurer.getPosition() < paragraph.length()) {
                TextLayout line = measurer.nextLayout(width, paragraph.length(), true);
                if (line == null || lines.size() == most) {
                    return Optional.empty();
                }
                lines.add(line);
            }
        }
        return Optional.of(lines);
    }

    /** As many lines as there are; words are broken when they must be, and the last line ends in an ellipsis when text is left. */
    private List<TextLayout> forced(String text, Style style, double size, int width, int rows) {
        List<TextLayout> lines = new ArrayList<>();
        List<String> paragraphs = paragraphs(text);
        for (int i = 0; i < paragraphs.size(); i++) {
            String paragraph = paragraphs.get(i);
            LineBreakMeasurer measurer = measurer(paragraph, style, size);
            while (measurer.getPosition() < paragraph.length()) {
                int start = measurer.getPosition();
                if (lines.size() == rows - 1) {
                    boolean more = i < paragraphs.size() - 1;
                    String rest = paragraph.substring(start) + (more ? " " + ELLIPSIS : "");
                    lines.add(cut(rest, style, size, width));
                    return lines;
                }
                lines.add(measurer.nextLayout(width));
            }
        }
        return lines;
    }

    private TextLayout cut(String text, Style style, double size, int width) {
        TextLayout whole = layout(text, style, size);
        if (whole.getAdvance() <= width) {
            return whole;
        }
        int fitting = 0;
        int tooMany = text.length();
        while (tooMany - fitting > 1) {
            int middle = (fitting + tooMany) / 2;
            if (layout(shortened(text, middle), style, size).getAdvance() <= width) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
        return layout(shortened(text, fitting), style, size);
    }

    private static String shortened(String text, int length) {
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private LineBreakMeasurer measurer(String text, Style style, double size) {
        return new LineBreakMeasurer(styled(text, style, size).getIterator(), Typeface.CONTEXT);
    }

    private TextLayout layout(String text, Style style, double size) {
        return new TextLayout(styled(text, style, size).getIterator(), Typeface.CONTEXT);
    }

    private AttributedString styled(String text, Style style, double size) {
        return typeface.styled(text, style.weight(), (float) size);
    }

    private static double left(TextLayout line, Align align, int width) {
        double visible = line.getVisibleAdvance();
        double spare = width - visible;
        double left =
                switch (align) {
                    case LEFT -> 0;
                    case CENTER -> spare / 2;
                    case RIGHT -> spare;
                };
        // The space at the end of a line that is read to the left stands at its left.
        return line.isLeftToRight() ? left : left - (line.getAdvance() - visible);
    }
}
