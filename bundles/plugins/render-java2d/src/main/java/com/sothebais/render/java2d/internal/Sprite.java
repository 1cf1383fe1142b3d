package com.sothebais.render.java2d.internal;

import com.sothebais.api.stream.Area;

/**
 * Finished pixels of something, placed relative to the corner of its element.
 *
 * <p>Everything is drawn into a whole sprite first and composed from it, because Java2D may round differently when it draws the
 * same shape through another clip; copying integers cannot.
 *
 * @param x left edge, pixels from the left of the element
 * @param y upper edge, pixels from the top of the element
 * @param pixels premultiplied 0xAARRGGBB, row by row; not to be changed
 * @param opaque whether every alpha is 255
 */
record Sprite(int x, int y, int width, int height, int[] pixels, boolean opaque) {
    static final Sprite NOTHING = new Sprite(0, 0, 0, 0, new int[0], true);

    private static final long OVERHEAD_BYTES = 512;
    private static final int MASK = 0xFF00FF;
    private static final int HALF = 0x800080;

    /** What it costs to keep, so that a limit in bytes is also one of number. */
    long bytes() {
        return OVERHEAD_BYTES + 4L * pixels.length;
    }

    /**
     * Lays the sprite over opaque pixels.
     *
     * @param target 0xFFRRGGBB, row by row
     * @param stride pixels in a row of the target
     * @param left where the sprite's own left edge falls in the target
     * @param top where its upper edge falls
     * @param clip pixels that may change; lies within the target
     */
    void over(int[] target, int stride, int left, int top, Area clip) {
        Area visible = clip.intersection(new Area(left, top, width, height));
        if (visible.isEmpty()) {
            return;
        }
        for (int row = 0; row < visible.height(); row++) {
            int to = (visible.y() + row) * stride + visible.x();
            int from = (visible.y() + row - top) * width + visible.x() - left;
            if (opaque) {
                System.arraycopy(pixels, from, target, to, visible.width());
            } else {
                blend(pixels, from, target, to, visible.width());
            }
        }
    }

    private static void blend(int[] source, int from, int[] target, int to, int length) {
        for (int i = 0; i < length; i++) {
            int over = source[from + i];
            int alpha = over >>> 24;
            if (alpha == 255) {
                target[to + i] = over;
            } else if (alpha != 0) {
                target[to + i] = over + fade(target[to + i], 255 - alpha) | 0xFF000000;
            }
        }
    }

    /** The three colours times share / 255, rounded. */
    private static int fade(int color, int share) {
        int redBlue = (color & MASK) * share + HALF;
        int green = (color >>> 8 & 0xFF) * share + 0x80;
        return (redBlue + (redBlue >>> 8 & MASK) >>> 8 & MASK) | (green + (green >>> 8) & 0xFF00);
    }
}
