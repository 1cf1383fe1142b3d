package com.sothebais.stream.transition;

/** Mixing of two pixels in whole numbers. */
final class Blend {
    /** The weight that is the second pixel alone. */
    static final int FULL = 256;

    private static final int RED_BLUE = 0xFF00FF;
    private static final int GREEN = 0x00FF00;
    private static final int OPAQUE = 0xFF000000;
    private static final int SHIFT = 8;

    private Blend() {}

    /** @param weight of the second pixel, 0 to {@link #FULL} */
    static int mix(int first, int second, int weight) {
        int rest = FULL - weight;
        // Two channels at once: the weights add up to 256, so neither runs over into the other.
        int redBlue = (first & RED_BLUE) * rest + (second & RED_BLUE) * weight >>> SHIFT & RED_BLUE;
        int green = (first & GREEN) * rest + (second & GREEN) * weight >>> SHIFT & GREEN;
        return OPAQUE | redBlue | green;
    }

    /** Slow at both ends: how much of a way is done after a part of its time, both of {@code full}. */
    static int eased(int part, int full) {
        long p = Math.max(0, Math.min(full, part));
        return (int) (p * p * (3L * full - 2 * p) / ((long) full * full));
    }
}
