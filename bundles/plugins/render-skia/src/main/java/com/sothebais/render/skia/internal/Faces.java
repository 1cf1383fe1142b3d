package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Content.Weight;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.FontMgr;
import io.github.humbleui.skija.FontStyle;
import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundled fonts: one for Latin, Greek and Cyrillic letters, then ones for Arabic, Hebrew, emoji, and for Chinese, Japanese and
 * Korean, so that every machine shows the same. The machine's own comes last. Each is read when its first letter is needed. One
 * thread; its native memory is freed when it is closed.
 */
final class Faces implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Faces.class);
    private static final Map<Weight, String> MAIN = Map.of(
            Weight.REGULAR, "Manrope-Medium.ttf",
            Weight.BOLD, "Manrope-Bold.ttf",
            Weight.FIGURES, "SothebaisFigures-ExtraBold.ttf");
    /** In the order in which a letter is looked for. */
    private static final List<String> OTHER_SCRIPTS =
            List.of("NotoSansArabic-Medium.ttf", "NotoSansHebrew-Medium.ttf", "NotoEmoji-Medium.ttf");

    private static final List<String> OTHER_SCRIPTS_BOLD =
            List.of("NotoSansArabic-Bold.ttf", "NotoSansHebrew-Bold.ttf", "NotoEmoji-Medium.ttf");
    private static final String LAST_SCRIPT = "DroidSansFallback.ttf";

    /** Fonts of the machine in use at once; a letter that would need one more is drawn as unknown. */
    private static final int MACHINE_FONTS_MAX = 8;

    /** Letters remembered with the machine's font that has them. */
    private static final int MACHINE_LETTERS_MAX = 1_024;

    private static final char UNKNOWN_LETTER = '·';

    private final Map<String, Optional<Typeface>> files = new HashMap<>();
    private final Map<Integer, Optional<Typeface>> letters = new LinkedHashMap<>();
    private final List<Typeface> machine = new ArrayList<>();

    /** The font of a weight. */
    Typeface main(Weight weight) {
        return file(MAIN.get(weight))
                .orElseThrow(() -> new IllegalStateException(
                        "the bundled font " + MAIN.get(weight) + " is missing: reinstall the plugin"));
    }

    /**
     * The font for one letter. A mark stays in the font of the letter before it, because they are shaped together.
     *
     * @param before font of the letter before
     */
    Typeface of(int point, Weight weight, Typeface before) {
        if (isJoiner(point) || isMark(point) && has(before, point)) {
            return before;
        }
        return having(point, weight).orElse(before);
    }

    private Optional<Typeface> having(int point, Weight weight) {
        Typeface main = main(weight);
        if (has(main, point)) {
            return Optional.of(main);
        }
        for (String name : weight == Weight.REGULAR ? OTHER_SCRIPTS : OTHER_SCRIPTS_BOLD) {
            Optional<Typeface> other = file(name).filter(face -> has(face, point));
            if (other.isPresent()) {
                return other;
            }
        }
        return file(LAST_SCRIPT).filter(face -> has(face, point)).or(() -> ofMachine(point));
    }

    private static boolean has(Typeface face, int point) {
        return face.getUTF32Glyph(point) != 0;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Joiners and marks of direction have no looks of their own; the shaper hides them. */
    private static boolean isJoiner(int point) {
        return Character.getType(point) == Character.FORMAT;
    }

    /** The text without control characters and signs that no font here has; a missing letter leaves a dot. */
    String drawable(String text, Weight weight) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n') {
                kept.append('\n');
            } else if (Character.isISOControl(point) || unpaired(point)) {
                kept.append(' ');
            } else if (isJoiner(point) || having(point, weight).isPresent()) {
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

    private Optional<Typeface> ofMachine(int point) {
        Optional<Typeface> known = letters.get(point);
        if (known != null) {
            return known;
        }
        if (letters.size() >= MACHINE_LETTERS_MAX) {
            letters.remove(letters.keySet().iterator().next());
        }
        Optional<Typeface> found = match(point);
        letters.put(point, found);
        return found;
    }

    private Optional<Typeface> match(int point) {
        Optional<Typeface> seen =
                machine.stream().filter(face -> has(face, point)).findFirst();
        if (seen.isPresent() || machine.size() >= MACHINE_FONTS_MAX) {
            return seen;
        }
        FontMgr fonts = FontMgr.getDefault();
        Typeface face = fonts.matchFamilyStyleCharacter("sans-serif", FontStyle.NORMAL, new String[0], point);
        if (face == null || !has(face, point)) {
            return Optional.empty();
        }
        machine.add(face);
        return Optional.of(face);
    }

    private Optional<Typeface> file(String name) {
        return files.computeIfAbsent(name, Faces::load);
    }

    private static Optional<Typeface> load(String name) {
        try (InputStream in = Faces.class.getResourceAsStream("/fonts/" + name)) {
            if (in != null) {
                try (Data data = Data.makeFromBytes(in.readAllBytes())) {
                    Optional<Typeface> face =
                            Optional.ofNullable(FontMgr.getDefault().makeFromData(data));
                    if (face.isPresent()) {
                        return face;
                    }
                }
            }
            LOG.warn("the font {} is missing from the plugin or broken; the machine's fonts stand in", name);
        } catch (IOException e) {
            LOG.warn("the font {} cannot be read ({}); the machine's fonts stand in", name, e.getMessage());
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        files.values().forEach(face -> face.ifPresent(Typeface::close));
        files.clear();
        letters.clear();
        machine.forEach(Typeface::close);
        machine.clear();
    }
}
