package com.sothebais.stream.print;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Part;

/**
 * Looks at a part of a print. Between pixels it takes a share of four, in steps of a 256th, so that a slow movement runs without
 * jumps; whole rows are mixed first and then read across, which the compiler turns into vector instructions. One thread.
 */
public final class Lens {
    private static final int MICRO = 1_000_000;
    private static final int ZOOM_MAX_MICRO = 9 * MICRO;
    private static final int MASK = 0xFF00FF;
    private static final int HALF = 0x800080;

    /** A corner is measured in so many places of a pixel, in each direction. */
    private static final int CORNER_STEPS = 4;

    private int[] row = {};
    private int[] places = {};
    private int[] shares = {};

    /**
     * The part of a print in a place, as large as its proportions allow, centred.
     *
     * @param corner radius of its corners, pixels
     */
    public Bitmap framed(Print print, Part part, int corner, int width, int height) {
        double fit = Math.min((double) width / print.width(), (double) height / print.height());
        int across = (int) Math.max(1, Math.round(print.width() * fit));
        int down = (int) Math.max(1, Math.round(print.height() * fit));
        int[] pixels = new int[across * down];
        if (part.zoomMicro() <= 0 && across == print.width() && down == print.height()) {
            System.arraycopy(print.pixels(), 0, pixels, 0, pixels.length);
        } else {
            look(print, part, pixels, across, down);
        }
        cut(pixels, across, down, Math.min(corner, Math.min(across, down) / 2));
        return new Bitmap(
                (width - across) / 2, (height - down) / 2, across, down, pixels, print.opaque() && corner <= 0);
    }

    /** Stretches a print over the whole of an area, whatever its proportions. */
    public void stretched(Print print, int[] pixels, int across, int down) {
        look(print, Part.WHOLE, pixels, across, down);
    }

    private void look(Print print, Part part, int[] pixels, int across, int down) {
        double zoom = 1 + Math.max(0, Math.min(ZOOM_MAX_MICRO, part.zoomMicro())) / (double) MICRO;
        double wide = print.width() / zoom;
        double high = print.height() / zoom;
        double left = (print.width() - wide) * share(part.xMicro());
        double top = (print.height() - high) * share(part.yMicro());
        prepare(print.width(), across, left, wide);
        for (int y = 0; y < down; y++) {
            double at = clamped(top + (y + 0.5) * high / down - 0.5, print.height());
            int upper = (int) at;
            int lower = Math.min(print.height() - 1, upper + 1);
            mix(print.pixels(), upper * print.width(), lower * print.width(), (int) ((at - upper) * 256));
            read(pixels, y * across, across);
        }
    }

    private static double share(int micro) {
        return Math.max(0, Math.min(MICRO, micro)) / (double) MICRO;
    }

    private static double clamped(double at, int size) {
        return Math.max(0, Math.min(size - 1, at));
    }

    private void prepare(int width, int across, double left, double wide) {
        // One more than there are, because each is read with its neighbour.
        row = row.length == width + 1 ? row : new int[width + 1];
        places = places.length == across ? places : new int[across];
        shares = shares.length == across ? shares : new int[across];
        for (int x = 0; x < across; x++) {
            double at = clamped(left + (x + 0.5) * wide / across - 0.5, width);
            places[x] = (int) at;
            shares[x] = (int) ((at - places[x]) * 256);
        }
    }

    private void mix(int[] pixels, int upper, int lower, int share) {
        int[] mixed = row;
        int last = mixed.length - 1;
        if (share == 0) {
            System.arraycopy(pixels, upper, mixed, 0, last);
        } else {
            for (int x = 0; x < last; x++) {
                int one = pixels[upper + x];
                int two = pixels[lower + x];
                mixed[x] = ((one & MASK) * (256 - share) + (two & MASK) * share + HALF >>> 8 & MASK)
                        | ((one >>> 8 & MASK) * (256 - share) + (two >>> 8 & MASK) * share + HALF & ~MASK);
            }
        }
        mixed[last] = mixed[last - 1];
    }

    private void read(int[] pixels, int from, int across) {
        int[] mixed = row;
        int[] at = places;
        int[] parts = shares;
        for (int x = 0; x < across; x++) {
            int one = mixed[at[x]];
            int two = mixed[at[x] + 1];
            int share = parts[x];
            pixels[from + x] = ((one & MASK) * (256 - share) + (two & MASK) * share + HALF >>> 8 & MASK)
                    | ((one >>> 8 & MASK) * (256 - share) + (two >>> 8 & MASK) * share + HALF & ~MASK);
        }
    }

    /** Takes away what lies outside round corners. */
    private static void cut(int[] pixels, int across, int down, int corner) {
        for (int y = 0; y < corner; y++) {
            for (int x = 0; x < corner; x++) {
                int share = inside(corner - x, corner - y, corner);
                if (share < 255) {
                    int above = y * across;
                    int below = (down - 1 - y) * across;
                    fade(pixels, above + x, share);
                    fade(pixels, above + across - 1 - x, share);
                    fade(pixels, below + x, share);
                    fade(pixels, below + across - 1 - x, share);
                }
            }
        }
    }

    /** How much of the pixel that ends so far from the centre lies inside, 0 to 255. */
    private static int inside(int right, int bottom, int corner) {
        int steps = CORNER_STEPS;
        int hits = 0;
        for (int i = 0; i < steps * steps; i++) {
            double x = right - (i % steps + 0.5) / steps;
            double y = bottom - (i / steps + 0.5) / steps;
            hits += x * x + y * y <= (double) corner * corner ? 1 : 0;
        }
        return hits * 255 / (steps * steps);
    }

    private static void fade(int[] pixels, int at, int share) {
        int pixel = pixels[at];
        int factor = share + 1;
        pixels[at] = ((pixel & MASK) * factor >>> 8 & MASK) | ((pixel >>> 8 & MASK) * factor & ~MASK);
        if (share == 0) {
            pixels[at] = 0;
        }
    }
}
