package com.sothebais.render.java2d.internal;

import com.sothebais.api.stream.Content.Weight;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundled fonts: one for Latin, Greek and Cyrillic letters, then ones for Arabic, Hebrew, emoji, and for Chinese, Japanese and
 * Korean, so that every machine shows the same. The machine's own comes last. Immutable.
 */
final class Typeface {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final Logger LOG = LoggerFactory.getLogger(Typeface.class);
    private static final Map<Weight, String> FILES = Map.of(
            Weight.REGULAR, "/fonts/Manrope-Medium.ttf",
            Weight.BOLD, "/fonts/Manrope-Bold.ttf",
            Weight.FIGURES, "/fonts/SothebaisFigures-ExtraBold.ttf");
    /** In the order in which a letter is looked for. */
    private static final List<String> OTHER_SCRIPTS = List.of(
            "/fonts/NotoSansArabic-Medium.ttf",
            "/fonts/NotoSansHebrew-Medium.ttf",
            "/fonts/NotoEmoji-Medium.ttf",
            "/fonts/DroidSansFallback.ttf");

    private static final List<String> OTHER_SCRIPTS_BOLD = List.of(
            "/fonts/NotoSansArabic-Bold.ttf",
            "/fonts/NotoSansHebrew-Bold.ttf",
            "/fonts/NotoEmoji-Medium.ttf",
            "/fonts/DroidSansFallback.ttf");
    private static final char UNKNOWN_LETTER = '·';

    private final Map<Weight, Font> fonts = new EnumMap<>(Weight.class);
    private final Map<Weight, List<Font>> others = new EnumMap<>(Weight.class);

    private Typeface(Map<Weight, String> files) {
        Map<String, Font> loaded = new HashMap<>();
        for (Weight weight : Weight.values()) {
            fonts.put(weight, load(weight, files.get(weight)));
            List<String> scripts = weight == Weight.REGULAR ? OTHER_SCRIPTS : OTHER_SCRIPTS_BOLD;
            List<Font> found = new ArrayList<>();
            scripts.forEach(
                    file -> found.add(kerned(loaded.computeIfAbsent(file, name -> load(weight, name)), weight)));
            found.add(kerned(new Font(Font.SANS_SERIF, Font.PLAIN, 1), weight));
            others.put(weight, List.copyOf(found));
        }
    }

    static Typeface bundled() {
        return new Typeface(FILES);
    }

    static Typeface from(Map<Weight, String> files) {
        return new Typeface(files);
    }

    private static Font load(Weight weight, String file) {
        try (InputStream in = Typeface.class.getResourceAsStream(file)) {
            if (in != null) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            }
            LOG.warn("font {} is not in the bundle: {} text uses the machine's sans serif", file, weight);
        } catch (IOException | FontFormatException e) {
            LOG.warn(
                    "font {} cannot be read ({}): {} text uses the machine's sans serif", file, e.getMessage(), weight);
        }
        return new Font(Font.SANS_SERIF, weight == Weight.REGULAR ? Font.PLAIN : Font.BOLD, 1);
    }

    /** The text with a font for each of its letters. Must not be empty and should have come through {@link #drawable}. */
    AttributedString styled(String text, Weight weight, float size) {
        Font main = kerned(fonts.get(weight), weight);
        AttributedString styled = new AttributedString(text);
        Font before = main;
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            Font font = font(point, main, before, weight);
            if (font != before && at > start) {
                styled.addAttribute(TextAttribute.FONT, before.deriveFont(size), start, at);
                start = at;
            }
            before = font;
            at += Character.charCount(point);
        }
        styled.addAttribute(TextAttribute.FONT, before.deriveFont(size), start, text.length());
        return styled;
    }

    /** A mark stays in the font of its letter, because they are shaped together. */
    private Font font(int point, Font main, Font before, Weight weight) {
        if (isMark(point) && before.canDisplay(point)) {
            return before;
        }
        return main.canDisplay(point)
                ? main
                : others.get(weight).stream()
                        .filter(font -> font.canDisplay(point))
                        .findFirst()
                        .orElse(before);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Kerning would move digits that must not jump. */
    private static Font kerned(Font font, Weight weight) {
        return weight == Weight.FIGURES
                ? font
                : font.deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    }

    /** The text without control characters and signs that no font here has; a missing letter leaves a dot. */
    String drawable(String text, Weight weight) {
        Font main = fonts.get(weight);
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                kept.append((char) point);
            } else if (Character.isISOControl(point) || unpaired(point)) {
                kept.append(' ');
            } else if (main.canDisplay(point) || others.get(weight).stream().anyMatch(font -> font.canDisplay(point))) {
                kept.appendCodePoint(point);
            } else if (Character.isLetterOrDigit(point)) {
                kept.append(UNKNOWN_LETTER);
            }
        });
        return kept.toString();
    }

    private static boolean unpaired(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** Family names by weight, for health. */
    List<String> names() {
        return fonts.values().stream().map(Font::getFontName).toList();
    }

    boolean bundled(Weight weight) {
        return !fonts.get(weight).getFamily().equals(new Font(Font.SANS_SERIF, Font.PLAIN, 1).getFamily());
    }
}
