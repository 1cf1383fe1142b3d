package com.sothebais.stream.layout;

/** How well one colour stands out from another, as the Web Content Accessibility Guidelines 2.2 measure it. */
public final class Contrast {
    private Contrast() {}

    /** 1 for the same colour to 21 for black on white. @param one 0xRRGGBB; what is above is ignored */
    public static double ratio(int one, int other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** 0 for black to 1 for white. */
    static double luminance(int color) {
        return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
