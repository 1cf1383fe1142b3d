package com.sothebais.render.java2d.internal;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;

/**
 * Lays bitmaps over opaque pixels.
 *
 * <p>Everything is drawn into a whole bitmap first and composed from it, because Java2D may round differently when it draws the
 * same shape through another clip; copying integers cannot.
 */
final class Blend {
    private static final int MASK = 0xFF00FF;
    private static final int HALF = 0x800080;

    private Blend() {}

    /**
     * Lays a bitmap down.
     *
     * @param target 0xFFRRGGBB, row by row
     * @param stride pixels in a row of the target
     * @param left where the bitmap's own left edge falls in the target
     * @param top where its upper edge falls
     * @param clip pixels that may change; lies within the target
     */
    static void over(Bitmap bitmap, int[] target, int stride, int left, int top, Area clip) {
        Area visible = clip.intersection(new Area(left, top, bitmap.width(), bitmap.height()));
        if (visible.isEmpty()) {
            return;
        }
        for (int row = 0; row < visible.height(); row++) {
            int to = (visible.y() + row) * stride + visible.x();
            int from = (visible.y() + row - top) * bitmap.width() + visible.x() - left;
            if (bitmap.opaque()) {
                System.arraycopy(bitmap.pixels(), from, target, to, visible.width());
            } else {
                blend(bitmap.pixels(), from, target, to, visible.width());
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
