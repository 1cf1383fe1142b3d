package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import io.github.humbleui.skija.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets text: wrapped at words, shrunk until it fits, cut with an ellipsis when even that does not help. The measures are those of the
 * other renderer, so that both break a text at the same words.
 */
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

    private final Faces faces;
    private final Shaping shaping;

    Lettering(Faces faces, Shaping shaping) {
        this.faces = faces;
        this.shaping = shaping;
    }

    /** Lines of one size. */
    private record Block(List<Line> lines, double size) {}

    Sprite text(Text content, int width, int height) {
        Style style = content.style();
        String text = clean(content.text(), style);
        if (text.isBlank()) {
            return Sprite.NOTHING;
        }
        Block block = set(text, style, width, height);
        double lineHeight = block.size * LINE_EMS;
        double tall = (block.lines.size() - 1) * lineHeight + block.size * CAPITAL_EMS;
        double top = (height - tall) / 2 + block.size * CAPITAL_EMS;
        return new Sheet(width, height)
                .draw(canvas -> {
                    double baseline = top;
                    try (Paint paint = Shapes.plain(style.color())) {
                        for (Line line : block.lines) {
                            float left = (float) left(line, style.align(), width);
                            line.draw(canvas, left, Math.round(baseline), paint);
                            baseline += lineHeight;
                        }
                    }
                })
                .sprite();
    }

    /** One period of a ticker: its text and the gap before it starts again. Its width is the period. */
    Sprite strip(Ticker content, int height) {
        Style style = content.style();
        String text = clean(content.text(), style).replace('\n', ' ');
        if (text.isBlank()) {
            return Sprite.NOTHING;
        }
        double size = Math.min(style.sizePixels(), height / LETTER_EMS);
        Line line = cut(text, style, size, STRIP_MAX_PIXELS);
        int width = (int) Math.ceil(line.advance() + TICKER_GAP_EMS * size);
        return new Sheet(width, height)
                .draw(canvas -> {
                    try (Paint paint = Shapes.plain(style.color())) {
                        line.draw(canvas, 0, Math.round((height + size * CAPITAL_EMS) / 2), paint);
                    }
                })
                .whole();
    }

    private String clean(String text, Style style) {
        String limited = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
        return faces.drawable(limited, style.weight()).strip();
    }

    private Block set(String text, Style style, int width, int height) {
        List<Paragraph> paragraphs = paragraphs(text, style);
        int most = Math.max(1, style.lines());
        double least = Math.min(style.sizePixels(), Math.max(LEAST_PIXELS, style.sizePixels() * SMALLEST));
        for (double size = style.sizePixels(); size > least; size *= SHRINK) {
            Optional<List<Line>> lines = wrap(paragraphs, style, size, width, most, height);
            if (lines.isPresent()) {
                return new Block(lines.get(), size);
            }
        }
        int rows = most;
        while (rows > 1 && !fits(rows, least, height)) {
            rows--;
        }
        return new Block(forced(paragraphs, style, least, width, rows), least);
    }

    private static boolean fits(int lines, double size, int height) {
        return (lines - 1) * size * LINE_EMS + size * LETTER_EMS <= height + 0.5;
    }

    /** Whole words on at most so many lines that fit the height; empty when that is impossible. */
    private Optional<List<Line>> wrap(
            List<Paragraph> paragraphs, Style style, double size, int width, int most, int height) {
        record Part(Paragraph paragraph, int from, int to) {}
        List<Part> parts = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            for (int from = 0; from < paragraph.length(); ) {
                int to = paragraph.wordsEnd(from, width / size);
                if (to == from || parts.size() == most) {
                    return Optional.empty();
                }
                parts.add(new Part(paragraph, from, to));
                from = to;
            }
        }
        if (!fits(parts.size(), size, height)) {
            return Optional.empty();
        }
        return Optional.of(parts.stream()
                .map(part -> line(part.paragraph, part.from, part.to, style, size))
                .toList());
    }

    /** As many lines as there are; words are broken when they must be, and the last line ends in an ellipsis when text is left. */
    private List<Line> forced(List<Paragraph> paragraphs, Style style, double size, int width, int rows) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            for (int from = 0; from < paragraph.length(); ) {
                if (lines.size() == rows - 1) {
                    boolean more = i < paragraphs.size() - 1;
                    String rest = paragraph.text().substring(from) + (more ? " " + ELLIPSIS : "");
                    lines.add(cut(rest, style, size, width));
                    return lines;
                }
                int words = paragraph.wordsEnd(from, width / size);
                int to = words > from ? words : paragraph.lettersEnd(from, width / size);
                lines.add(line(paragraph, from, to, style, size));
                from = to;
            }
        }
        return lines;
    }

    private Line line(Paragraph paragraph, int from, int to, Style style, double size) {
        String text = paragraph.text().substring(from, to).stripTrailing();
        return shaping.line(text, style.weight(), size, paragraph.leftToRight());
    }

    private Line cut(String text, Style style, double size, int width) {
        Line whole = line(text, style, size);
        if (whole.advance() <= width) {
            return whole;
        }
        int fitting = 0;
        int tooMany = text.length();
        while (tooMany - fitting > 1) {
            int middle = (fitting + tooMany) / 2;
            if (line(shortened(text, middle), style, size).advance() <= width) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
        return line(shortened(text, fitting), style, size);
    }

    private Line line(String text, Style style, double size) {
        return shaping.line(text, style.weight(), size, Shaping.leftToRight(text));
    }

    private static String shortened(String text, int length) {
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private List<Paragraph> paragraphs(String text, Style style) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Paragraph.of(line, shaping.ends(line, style.weight())))
                .toList();
    }

    private static double left(Line line, Align align, int width) {
        double spare = width - line.advance();
        return switch (align) {
            case LEFT -> 0;
            case CENTER -> spare / 2;
            case RIGHT -> spare;
        };
    }
}
