package com.sothebais.contract.renderer;

import com.sothebais.api.stream.Size;
import java.util.Locale;

/**
 * How much two frames look alike.
 *
 * <p>Two rasterisers shade the edge of one shape differently, and each dithers its own way; nobody sees that. A letter that is
 * elsewhere, a colour that is wrong or a part that is missing is seen. So both frames are blurred over three by three pixels, which
 * evens edges out but not shapes, and two things are measured: the mean difference of a channel, which a ground or gradient of
 * another colour raises, and the share of strays, pixels of which a channel differs clearly.
 *
 * @param mean difference of a channel, 0 to 255
 * @param strays share of stray pixels in the frame, 0 to 1
 */
public record Likeness(double mean, double strays) {
    /** Mean difference that is allowed, of 255. */
    public static final double MEAN_MAX = 1.0;

    /** Share of stray pixels that is allowed: 92 of a frame of 1280x720, less than one small letter. */
    public static final double STRAYS_MAX = 0.0001;

    /** A channel that differs by more than this makes a stray pixel. */
    public static final int STRAY_DIFFERENCE = 24;

    private static final int CHANNELS = 3;
    private static final int BLURRED = 9;

    /** @param size of both frames, whose pixels are 0xFFRRGGBB, row by row */
    public static Likeness of(int[] actual, int[] expected, Size size) {
        long sum = 0;
        boolean[] stray = new boolean[actual.length];
        for (int shift = 0; shift < 8 * CHANNELS; shift += 8) {
            int[] one = blurred(actual, size, shift);
            int[] other = blurred(expected, size, shift);
            for (int i = 0; i < one.length; i++) {
                int apart = Math.abs(one[i] - other[i]);
                sum += apart;
                stray[i] |= apart > STRAY_DIFFERENCE * BLURRED;
            }
        }
        int strays = 0;
        for (boolean is : stray) {
            strays += is ? 1 : 0;
        }
        double pixels = actual.length;
        return new Likeness(sum / (pixels * CHANNELS * BLURRED), strays / pixels);
    }

    /** Whether nobody would tell the frames apart. */
    public boolean isClose() {
        return mean <= MEAN_MAX && strays <= STRAYS_MAX;
    }

    /** Where two frames differ, eight times as bright as the difference; where it is clear even when blurred, red. */
    static int[] picture(int[] actual, int[] expected, Size size) {
        int[] seen = new int[actual.length];
        for (int shift = 0; shift < 8 * CHANNELS; shift += 8) {
            int[] one = blurred(actual, size, shift);
            int[] other = blurred(expected, size, shift);
            for (int i = 0; i < seen.length; i++) {
                int apart = Math.abs((actual[i] >> shift & 0xFF) - (expected[i] >> shift & 0xFF));
                boolean stray = Math.abs(one[i] - other[i]) > STRAY_DIFFERENCE * BLURRED;
                int level = Math.max(seen[i] & 0xFF, Math.min(255, 8 * apart));
                seen[i] = seen[i] == 0xFFFF0000 || stray ? 0xFFFF0000 : 0xFF000000 | level * 0x010101;
            }
        }
        return seen;
    }

    /** Sums of a channel over three by three pixels; beyond the edge the pixels at the edge go on. */
    private static int[] blurred(int[] pixels, Size size, int shift) {
        int width = size.width();
        int[] across = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int left = i % width == 0 ? i : i - 1;
            int right = i % width == width - 1 ? i : i + 1;
            across[i] = (pixels[left] >> shift & 0xFF) + (pixels[i] >> shift & 0xFF) + (pixels[right] >> shift & 0xFF);
        }
        int[] sums = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int above = i < width ? i : i - width;
            int below = i >= pixels.length - width ? i : i + width;
            sums[i] = across[above] + across[i] + across[below];
        }
        return sums;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "mean difference %.3f (at most %.3f), stray pixels %.5f %% (at most %.5f %%)",
                mean,
                MEAN_MAX,
                100 * strays,
                100 * STRAYS_MAX);
    }
}
