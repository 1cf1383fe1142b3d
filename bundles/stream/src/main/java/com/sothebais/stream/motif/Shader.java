package com.sothebais.stream.motif;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.stream.print.Lens;
import com.sothebais.stream.print.Print;

/**
 * A pattern in motion, computed at few points a few times a second and stretched smoothly over its place, so that it costs little
 * however large it is. One thread.
 */
public final class Shader {
    /** Pictures a second. */
    public static final int RATE = 10;

    /** Points of a place, at most. */
    private static final int POINTS_MAX = 4_096;

    private static final int PIXELS_A_POINT = 8;
    private static final int PIXELS_A_GRAIN = 3;
    private static final int PERCENT = 100;

    private final Paint paint;
    private final int width;
    private final int height;
    private final int across;
    private final int down;
    private final Lens lens = new Lens();

    /**
     * How it looks.
     *
     * @param from colour where there is nothing of the pattern, 0xAARRGGBB
     * @param to colour where there is all of it
     * @param speed percent
     * @param scale size of its parts, percent
     */
    public record Paint(Pattern pattern, int from, int to, int speed, int scale) {}

    /** @param width of its place, pixels @param height of its place */
    public Shader(Paint paint, int width, int height) {
        this.paint = paint;
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        int edge = paint.pattern == Pattern.GRAIN ? PIXELS_A_GRAIN : PIXELS_A_POINT;
        while ((long) (width / edge + 1) * (height / edge + 1) > POINTS_MAX) {
            edge++;
        }
        this.across = Math.max(2, width / edge);
        this.down = Math.max(2, height / edge);
    }

    /** The picture of a step. @param step {@link #RATE} a second, from the beginning of the stream */
    public Bitmap at(long step) {
        double time = step * (double) paint.speed / (PERCENT * RATE);
        double zoom = PERCENT / (double) paint.scale;
        int[] points = new int[across * down];
        int opaque = 0xFF000000;
        for (int row = 0; row < down; row++) {
            double y = (2.0 * row / (down - 1) - 1) * zoom;
            for (int column = 0; column < across; column++) {
                double x = (2.0 * column / (across - 1) - 1) * zoom * width / height;
                int point = mixed(paint.pattern.at(x, y, time));
                points[row * across + column] = point;
                opaque &= point;
            }
        }
        int[] pixels = new int[width * height];
        lens.stretched(new Print(across, down, points, opaque == 0xFF000000), pixels, width, height);
        return new Bitmap(0, 0, width, height, pixels, opaque == 0xFF000000);
    }

    private int mixed(double share) {
        double clamped = Math.max(0, Math.min(1, share));
        double alpha = between(24, clamped);
        int pixel = (int) (alpha + 0.5);
        for (int shift = 16; shift >= 0; shift -= 8) {
            // Premultiplied, and never above its alpha.
            double whole = between(shift, clamped) * alpha / 255;
            pixel = pixel << 8 | Math.min((int) (alpha + 0.5), (int) (whole + 0.5));
        }
        return pixel;
    }

    private double between(int shift, double share) {
        int begin = paint.from >>> shift & 0xFF;
        return begin + ((paint.to >>> shift & 0xFF) - begin) * share;
    }
}
