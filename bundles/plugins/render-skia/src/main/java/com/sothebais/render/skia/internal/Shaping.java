package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Content.Weight;
import io.github.humbleui.skija.Font;
import io.github.humbleui.skija.FontEdging;
import io.github.humbleui.skija.FontFeature;
import io.github.humbleui.skija.FontHinting;
import io.github.humbleui.skija.ManagedString;
import io.github.humbleui.skija.Typeface;
import io.github.humbleui.skija.impl.Managed;
import io.github.humbleui.skija.shaper.FontRun;
import io.github.humbleui.skija.shaper.HbIcuScriptRunIterator;
import io.github.humbleui.skija.shaper.JavaTextBidiRunIterator;
import io.github.humbleui.skija.shaper.RunHandler;
import io.github.humbleui.skija.shaper.RunInfo;
import io.github.humbleui.skija.shaper.Shaper;
import io.github.humbleui.skija.shaper.ShapingOptions;
import io.github.humbleui.skija.shaper.TrivialLanguageRunIterator;
import io.github.humbleui.types.Point;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns text into glyphs with HarfBuzz: fonts letter by letter, scripts joined, directions ordered. One thread. */
final class Shaping implements AutoCloseable {
    /** As Java sets type: no ligatures but those a script requires. Kerning would move digits that must not jump. */
    private static final FontFeature[] FEATURES = FontFeature.parse("+kern -liga");

    private static final FontFeature[] FIGURES = FontFeature.parse("-kern -liga");
    private static final String LANGUAGE = "en";
    /** Advances grow with the size, so they are taken once at a size that makes rounding small. */
    private static final float MEASURED_PIXELS = 256;

    private final Faces faces;
    private final Shaper shaper = Shaper.makeShapeDontWrapOrReorder();

    Shaping(Faces faces) {
        this.faces = faces;
    }

    /** A font whose advances are those of its design, not moved to pixels. */
    static Font font(Typeface face, float size) {
        return new Font(face, size)
                .setSubpixel(true)
                .setMetricsLinear(true)
                .setHinting(FontHinting.NONE)
                .setEdging(FontEdging.ANTI_ALIAS);
    }

    /** Whether a paragraph is read from left to right, by its first letter with a direction. */
    static boolean leftToRight(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** A line of drawable text. */
    Line line(String text, Weight weight, double size, boolean leftToRight) {
        List<Piece> pieces = pieces(text, weight, (float) size, leftToRight);
        Piece[] ordered = pieces.toArray(Piece[]::new);
        byte[] levels = new byte[ordered.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) ordered[i].level;
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        List<Line.Run> runs = new ArrayList<>();
        float left = 0;
        for (Piece piece : ordered) {
            runs.add(new Line.Run(piece.face, piece.glyphs, piece.places, left));
            left += piece.advance;
        }
        return new Line(List.copyOf(runs), size, left);
    }

    /**
     * How far a paragraph has come before each of its characters and at its end, in the order in which it is written; in ems.
     */
    double[] ends(String text, Weight weight) {
        double[] widths = new double[text.length() + 1];
        for (Piece piece : pieces(text, weight, MEASURED_PIXELS, leftToRight(text))) {
            for (int i = 0; i < piece.glyphs.length; i++) {
                float next = i + 1 < piece.glyphs.length ? piece.places[i + 1].getX() : piece.advance;
                widths[piece.clusters[i] + 1] += (next - piece.places[i].getX()) / MEASURED_PIXELS;
            }
        }
        for (int i = 1; i < widths.length; i++) {
            widths[i] += widths[i - 1];
        }
        return widths;
    }

    /** Glyphs of one font, script and direction. */
    private record Piece(Typeface face, int level, float advance, short[] glyphs, Point[] places, int[] clusters) {}

    private List<Piece> pieces(String text, Weight weight, float size, boolean leftToRight) {
        if (text.isEmpty()) {
            return List.of();
        }
        Typeface[] chosen = chosen(text, weight);
        Map<Typeface, Font> fonts = new HashMap<>();
        ShapingOptions options =
                new ShapingOptions(null, weight == Weight.FIGURES ? FIGURES : FEATURES, leftToRight, true, true);
        int direction = leftToRight ? Bidi.DIRECTION_LEFT_TO_RIGHT : Bidi.DIRECTION_RIGHT_TO_LEFT;
        Collector collector = new Collector(chosen);
        try (ManagedString utf8 = new ManagedString(text);
                HbIcuScriptRunIterator scripts = new HbIcuScriptRunIterator(utf8, false)) {
            shaper.shape(
                    utf8,
                    fontRuns(chosen, fonts, size).iterator(),
                    new JavaTextBidiRunIterator(text, direction),
                    scripts,
                    new TrivialLanguageRunIterator(text, LANGUAGE),
                    options,
                    Float.POSITIVE_INFINITY,
                    collector);
        } finally {
            fonts.values().forEach(Managed::close);
        }
        return collector.pieces;
    }

    private Typeface[] chosen(String text, Weight weight) {
        Typeface[] chosen = new Typeface[text.length()];
        Typeface before = faces.main(weight);
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            before = faces.of(point, weight, before);
            for (int end = at + Character.charCount(point); at < end; at++) {
                chosen[at] = before;
            }
        }
        return chosen;
    }

    private static List<FontRun> fontRuns(Typeface[] chosen, Map<Typeface, Font> fonts, float size) {
        List<FontRun> runs = new ArrayList<>();
        for (int at = 0; at < chosen.length; at++) {
            if (at + 1 == chosen.length || chosen[at + 1] != chosen[at]) {
                runs.add(new FontRun(at + 1, fonts.computeIfAbsent(chosen[at], face -> font(face, size))));
            }
        }
        return runs;
    }

    /** Takes what the shaper hands out, run by run, in the order in which it is written. */
    private static final class Collector implements RunHandler {
        private final Typeface[] chosen;
        private final List<Piece> pieces = new ArrayList<>();

        Collector(Typeface[] chosen) {
            this.chosen = chosen;
        }

        @Override
        public void beginLine() {
            // There is one line.
        }

        @Override
        public void runInfo(RunInfo info) {
            // All of it comes again with the glyphs.
        }

        @Override
        public void commitRunInfo() {
            // Nothing is laid out here.
        }

        @Override
        public Point runOffset(RunInfo info) {
            return Point.ZERO;
        }

        @Override
        public void commitRun(RunInfo info, short[] glyphs, Point[] positions, int[] clusters) {
            if (glyphs.length > 0) {
                Typeface face = chosen[clusters[0]];
                pieces.add(new Piece(face, info.getBidiLevel(), info.getAdvanceX(), glyphs, positions, clusters));
            }
        }

        @Override
        public void commitLine() {
            // There is one line.
        }
    }

    @Override
    public void close() {
        shaper.close();
    }
}
