package com.sothebais.render.skia.internal;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Font;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.skija.Typeface;
import io.github.humbleui.types.Point;
import java.util.List;
import java.util.function.Function;

/**
 * Letters of one line, each in its place.
 *
 * @param runs from left to right
 * @param size height of an em, pixels
 * @param advance width, pixels
 */
record Line(List<Run> runs, double size, double advance) {

    /** Glyphs of one font. @param left where it begins in the line, pixels */
    record Run(Typeface face, short[] glyphs, Point[] places, float left) {}

    /**
     * Fills the outlines: they stand exactly where they are measured, and their edges are as dark as those of any other shape.
     * Skia's own images of glyphs would be moved to quarters of a pixel and be made bolder or thinner by their colour.
     */
    void draw(Canvas canvas, float left, float baseline, Paint paint) {
        try (PathBuilder builder = new PathBuilder()) {
            for (Run run : runs) {
                try (Font font = Shaping.font(run.face, (float) size)) {
                    add(builder, run, font::getPath, left, baseline);
                }
            }
            try (Path outline = builder.detach()) {
                canvas.drawPath(outline, paint);
            }
        }
    }

    private static void add(PathBuilder builder, Run run, Function<Short, Path> paths, float left, float baseline) {
        for (int i = 0; i < run.glyphs.length; i++) {
            Path path = paths.apply(run.glyphs[i]);
            // A space has no outline.
            if (path != null) {
                try (path) {
                    Point place = run.places[i];
                    builder.addPath(path, left + run.left + place.getX(), baseline + place.getY());
                }
            }
        }
    }
}
