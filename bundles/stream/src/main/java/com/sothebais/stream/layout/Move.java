package com.sothebais.stream.layout;

import com.sothebais.api.stream.Content.Part;

/**
 * A slow movement over a picture.
 *
 * @param seconds from one view to the other
 * @param swings whether it then goes back, and on for ever; else it rests
 */
public record Move(View from, View to, int seconds, boolean swings) {
    private static final int MICROS_A_MILLI = 1_000;

    /**
     * Thousandths.
     *
     * @param zoom magnification beyond the fit
     * @param x where the part lies between the left edge and the right one
     * @param y the same from top to bottom
     */
    public record View(int zoom, int x, int y) {
        static final int MIDDLE = 500;

        static View of(int zoom) {
            return new View(zoom, MIDDLE, MIDDLE);
        }
    }

    static Move still(View view) {
        return new Move(view, view, 1, false);
    }

    /** What is seen so many seconds after the picture came on. */
    public Part at(double second) {
        double share = eased(Math.max(0, second) / seconds);
        // Magnification grows by factors: by the same part of what is seen in each instant.
        double begin = 1 + from.zoom / 1_000.0;
        double end = 1 + to.zoom / 1_000.0;
        double zoom = begin * Math.pow(end / begin, share) - 1;
        return new Part((int) Math.round(zoom * 1_000_000), between(from.x, to.x, share), between(from.y, to.y, share));
    }

    /** Fast at first and ever more slowly into its rest; a swing is slow at both ends. */
    private double eased(double share) {
        if (swings) {
            return (1 - Math.cos(Math.PI * share)) / 2;
        }
        double left = 1 - Math.min(1, share);
        return 1 - left * left;
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round((from + (to - from) * share) * MICROS_A_MILLI);
    }
}
