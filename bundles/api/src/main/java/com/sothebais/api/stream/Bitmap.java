package com.sothebais.api.stream;

import java.util.Objects;

/**
 * Finished pixels of something, placed relative to the upper left corner of its element. Two bitmaps are told apart by their array.
 *
 * @param x left edge, pixels from the left of the element
 * @param y upper edge, pixels from the top of the element
 * @param pixels premultiplied 0xAARRGGBB, row by row; not to be changed
 * @param opaque whether every alpha is 255
 */
public record Bitmap(int x, int y, int width, int height, int[] pixels, boolean opaque) {
    /** Nothing to see. */
    public static final Bitmap NOTHING = new Bitmap(0, 0, 0, 0, new int[0], true);

    private static final long OVERHEAD_BYTES = 512;

    public Bitmap {
        Objects.requireNonNull(pixels, "pixels");
        if (width < 0 || height < 0 || pixels.length != width * height) {
            throw new IllegalArgumentException("expected " + width + "x" + height + " pixels, got " + pixels.length);
        }
    }

    /** Memory it takes; never 0, so that a limit in bytes is also one of number. */
    public long bytes() {
        return OVERHEAD_BYTES + 4L * pixels.length;
    }

    /** The same pixels elsewhere. */
    public Bitmap moved(int right, int down) {
        return new Bitmap(x + right, y + down, width, height, pixels, opaque);
    }

    /**
     * The visible part of a sheet, placed where it was in it. Colours above their alpha are brought down to it.
     *
     * @param pixels premultiplied 0xAARRGGBB; may be changed, and kept
     */
    public static Bitmap trimmed(int[] pixels, int width, int height) {
        int left = width;
        int top = height;
        int right = -1;
        int bottom = -1;
        boolean opaque = true;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = pixels[y * width + x] >>> 24;
                if (alpha != 0) {
                    pixels[y * width + x] = sound(pixels[y * width + x], alpha);
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
                opaque &= alpha == 255;
            }
        }
        if (right < 0) {
            return NOTHING;
        }
        int across = right - left + 1;
        int down = bottom - top + 1;
        if (across == width && down == height) {
            return new Bitmap(0, 0, width, height, pixels, opaque);
        }
        int[] cut = new int[across * down];
        for (int row = 0; row < down; row++) {
            System.arraycopy(pixels, (top + row) * width + left, cut, row * across, across);
        }
        return new Bitmap(left, top, across, down, cut, false);
    }

    /** Filters round; a colour above its alpha would carry into its neighbour when it is laid over something. */
    private static int sound(int pixel, int alpha) {
        int red = Math.min(alpha, pixel >>> 16 & 0xFF);
        int green = Math.min(alpha, pixel >>> 8 & 0xFF);
        int blue = Math.min(alpha, pixel & 0xFF);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
