package com.sothebais.contract.renderer;

import com.sothebais.api.stream.Size;
import java.util.Locale;

/**
 * How much two frames look alike.
 *
 * <p>Two rasterisers give the edge of one shape slightly different shades, dither differently and round differently, and nobody sees
 * it. A letter that is elsewhere, a colour that is wrong or a part that is missing is seen. So two things are measured: the mean
 * difference of a channel over the frame, which a wrong ground or gradient raises; and the share of strays, pixels that differ
 * clearly even after both frames were blurred over three by three pixels, which evens edges out but not shapes.
 *
 * @param mean difference of a channel, 0 to 255
 * @param strays share of stray pixels in the frame, 0 to 1
 */
public record Likeness(double mean, double strays) {
    /** Mean difference that is allowed, of 255. */
    public static final double MEAN_MAX = 0.6;

    /** Share of stray pixels that is allowed: 92 pixels of a frame of 1280x720, less than one small letter. */
    public static final double STRAYS_MAX = 0.0001;

    /** A blurred channel that differs by more than this makes a stray pixel. */
    public static final int STRAY_DIFFERENCE = 32;

    private static final int CHANNELS = 3;

    /** @param size of both frames, whose pixels are 0xFFRRGGBB, row by row */
    public static Likeness of(int[] actual, int[] expected, Size size) {
        long sum = 0;
        int strays = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int i = y * size.width() + x;
                sum += differences(actual[i], expected[i]);
                if (stray(actual, expected, size, x, y)) {
                    strays++;
                }
            }
        }
        double pixels = actual.length;
        return new Likeness(sum / (pixels * CHANNELS), strays / pixels);
    }

    /** Whether nobody would tell the frames apart. */
    public boolean isClose() {
        return mean <= MEAN_MAX && strays <= STRAYS_MAX;
    }

    static boolean stray(int[] actual, int[] expected, Size size, int x, int y) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs(blurred(actual, size, x, y, shift) - blurred(expected, size, x, y, shift))
                    > STRAY_DIFFERENCE) {
                return true;
            }
        }
        return false;
    }

    private static double blurred(int[] pixels, Size size, int x, int y, int shift) {
        int sum = 0;
        int count = 0;
        for (int row = Math.max(0, y - 1); row <= Math.min(size.height() - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(size.width() - 1, x + 1); column++) {
                sum += channel(pixels[row * size.width() + column], shift);
                count++;
            }
        }
        return (double) sum / count;
    }

    static int channel(int pixel, int shift) {
        return pixel >> shift & 0xFF;
    }

    private static int differences(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs(channel(one, shift) - channel(other, shift));
        }
        return sum;
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
