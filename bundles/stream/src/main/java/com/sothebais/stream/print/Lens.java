package com.sothebais.stream.print;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Part;

/**
 * Looks at a part of a print. Between pixels it takes a share of four, in steps of a 256th, so that a slow movement runs without
 * jumps. Rows are copied, mixed and read across in loops without offsets, because of those alone the compiler makes vector
 * instructions: a tenth of the time. One thread.
 */
public final class Lens {
    private static final int MICRO = 1_000_000;
    private static final int ZOOM_MAX_MICRO = 9 * MICRO;
    private static final int MASK = 0xFF00FF;
    private static final int HALF = 0x800080;

    /** A corner is measured in so many places of a pixel, in each direction. */
    private static final int CORNER_STEPS = 4;

    private int[] upper = {};
    private int[] lower = {};
    private int[] row = {};
    private int[] places = {};
    private int[] shares = {};
    private int[] one = {};
    private int[] two = {};
    private int[] line = {};
    private int start;

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
        prepare(print, across, left, wide);
        for (int y = 0; y < down; y++) {
            double at = clamped(top + (y + 0.5) * high / down - 0.5, print.height());
            read(print, at);
            System.arraycopy(line, 0, pixels, y * across, across);
        }
    }

    private static double share(int micro) {
        return Math.max(0, Math.min(MICRO, micro)) / (double) MICRO;
    }

    private static double clamped(double at, int size) {
        return Math.max(0, Math.min(size - 1, at));
    }

    private void prepare(Print print, int across, double left, double wide) {
        start = (int) clamped(left + wide / across / 2 - 0.5, print.width());
        int end = (int) clamped(left + wide - wide / across / 2 - 0.5, print.width());
        // One more than there are, because each is read with its neighbour.
        int length = Math.min(print.width() - 1, end + 1) - start + 2;
        if (row.length != length) {
            upper = new int[length];
            lower = new int[length];
            row = new int[length];
        }
        if (places.length != across) {
            places = new int[across];
            shares = new int[across];
            one = new int[across];
            two = new int[across];
            line = new int[across];
        }
        for (int x = 0; x < across; x++) {
            int step = (int) ((clamped(left + (x + 0.5) * wide / across - 0.5, print.width()) - start) * 256);
            places[x] = step >> 8;
            shares[x] = step & 0xFF;
        }
    }

    /** Mixes two rows and reads the line of the place out of them. */
    private void read(Print print, double at) {
        int high = (int) at;
        int low = Math.min(print.height() - 1, high + 1);
        int length = row.length - 1;
        System.arraycopy(print.pixels(), high * print.width() + start, upper, 0, length);
        System.arraycopy(print.pixels(), low * print.width() + start, lower, 0, length);
        mix(upper, lower, (int) ((at - high) * 256), row);
        row[length] = row[length - 1];
        apart(row, places, one, two);
        mix(one, two, shares, line);
    }

    private static void mix(int[] first, int[] second, int share, int[] mixed) {
        int rest = 256 - share;
        for (int x = 0; x < mixed.length; x++) {
            int a = first[x];
            int b = second[x];
            mixed[x] = (((a & MASK) * rest + (b & MASK) * share + HALF >>> 8) & MASK)
                    | (((a >>> 8 & MASK) * rest + (b >>> 8 & MASK) * share + HALF) & ~MASK);
        }
    }

    private static void apart(int[] row, int[] places, int[] one, int[] two) {
        for (int x = 0; x < places.length; x++) {
            int at = places[x];
            one[x] = row[at];
            two[x] = row[at + 1];
        }
    }

    private static void mix(int[] first, int[] second, int[] shares, int[] mixed) {
        for (int x = 0; x < mixed.length; x++) {
            int a = first[x];
            int b = second[x];
            int share = shares[x];
            int rest = 256 - share;
            mixed[x] = (((a & MASK) * rest + (b & MASK) * share + HALF >>> 8) & MASK)
                    | (((a >>> 8 & MASK) * rest + (b >>> 8 & MASK) * share + HALF) & ~MASK);
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
