package com.sothebais.stream.print;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Pixels of a picture, no more than the place needs that it is shown in. Immutable.
 *
 * @param pixels premultiplied 0xAARRGGBB, row by row; not to be changed
 * @param opaque whether every alpha is 255
 */
public record Print(int width, int height, int[] pixels, boolean opaque) {

    /** More pixels than the place has, so that what is looked at closer stays sharp. */
    static final double RESERVE = 1.5;

    /** Half of the filter's width in pixels of the place; together with the filter of {@link Lens} as soft as one pixel. */
    private static final double SOFTNESS = 0.75;

    public Print {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException("expected " + width + "x" + height + " pixels, got " + pixels.length);
        }
    }

    /** Memory it takes. */
    public long bytes() {
        return 4L * pixels.length;
    }

    /** A picture for a place. @param image {@link BufferedImage#TYPE_INT_ARGB_PRE} */
    public static Print of(BufferedImage image, int width, int height) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return of(image.getWidth(), image.getHeight(), pixels, width, height);
    }

    /** A picture for a place. @param pixels premultiplied; may be kept */
    public static Print of(int wide, int high, int[] pixels, int width, int height) {
        double fit = Math.min((double) width / wide, (double) height / high);
        if (fit * RESERVE >= 1) {
            return new Print(wide, high, pixels, opaque(pixels));
        }
        int across = (int) Math.max(1, Math.round(wide * fit * RESERVE));
        int down = (int) Math.max(1, Math.round(high * fit * RESERVE));
        int[] narrow = shrunk(pixels, wide, high, new Taps(wide, across, SOFTNESS / fit));
        // Turned, shrunk and turned back, so that one loop does both directions.
        int[] turned = turned(narrow, across, high);
        int[] small = turned(shrunk(turned, high, across, new Taps(high, down, SOFTNESS / fit)), down, across);
        return new Print(across, down, small, opaque(small));
    }

    private static boolean opaque(int[] pixels) {
        int all = 0xFF000000;
        for (int pixel : pixels) {
            all &= pixel;
        }
        return all == 0xFF000000;
    }

    private static int[] turned(int[] pixels, int width, int height) {
        int[] turned = new int[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = pixels[y * width + x];
            }
        }
        return turned;
    }

    /** Which pixels go into a smaller one, and how much of each: a tent around its middle, as shares of 65,536. */
    private static final class Taps {
        private final int count;
        private final int[] first;
        private final int[] shares;

        Taps(int from, int to, double reach) {
            count = to;
            first = new int[to + 1];
            int[][] each = new int[to][];
            int[] starts = new int[to];
            int total = 0;
            for (int i = 0; i < to; i++) {
                double middle = (i + 0.5) * from / to - 0.5;
                int low = (int) Math.max(0, Math.ceil(middle - reach));
                int high = (int) Math.min(from - 1, Math.floor(middle + reach));
                if (high < low) {
                    low = (int) Math.max(0, Math.min(from - 1, Math.round(middle)));
                    high = low;
                }
                each[i] = shares(low, high, middle, reach);
                starts[i] = low;
                total += each[i].length + 1;
            }
            shares = new int[total];
            int at = 0;
            for (int i = 0; i < to; i++) {
                first[i] = at;
                shares[at++] = starts[i];
                System.arraycopy(each[i], 0, shares, at, each[i].length);
                at += each[i].length;
            }
            first[to] = at;
        }

        private static int[] shares(int low, int high, double middle, double reach) {
            double[] weights = new double[high - low + 1];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.max(1e-6, 1 - Math.abs(low + i - middle) / reach);
                sum += weights[i];
            }
            int[] shares = new int[weights.length];
            int left = 1 << 16;
            for (int i = 0; i < weights.length; i++) {
                shares[i] = Math.min(left, (int) Math.round(weights[i] / sum * (1 << 16)));
                left -= shares[i];
            }
            // What rounding left over goes to the middle, where one more is least seen.
            shares[weights.length / 2] += left;
            return shares;
        }
    }

    private static int[] shrunk(int[] pixels, int width, int height, Taps taps) {
        int[] result = new int[taps.count * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < taps.count; x++) {
                int at = taps.first[x];
                int from = y * width + taps.shares[at++];
                // Whole shares of 255 make less than 2^24 in each channel, and rounding half a pixel keeps it below
                // 256.
                int alpha = 1 << 15;
                int red = 1 << 15;
                int green = 1 << 15;
                int blue = 1 << 15;
                for (int end = taps.first[x + 1]; at < end; at++) {
                    int pixel = pixels[from++];
                    int share = taps.shares[at];
                    alpha += (pixel >>> 24) * share;
                    red += (pixel >>> 16 & 0xFF) * share;
                    green += (pixel >>> 8 & 0xFF) * share;
                    blue += (pixel & 0xFF) * share;
                }
                result[y * taps.count + x] =
                        (alpha >>> 16) << 24 | (red >>> 16) << 16 | (green >>> 16) << 8 | blue >>> 16;
            }
        }
        return result;
    }
}
