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

    /** The same for a bitmap that is mostly transparent, when it is known where. */
    static void over(Runs runs, int[] target, int stride, int left, int top, Area clip) {
        Bitmap bitmap = runs.bitmap();
        Area visible = clip.intersection(new Area(left, top, bitmap.width(), bitmap.height()));
        int first = visible.x() - left;
        int last = first + visible.width();
        for (int y = visible.y(); y < visible.y() + visible.height(); y++) {
            int row = y - top;
            int end = runs.end(row);
            for (int run = runs.first(row, first); run < end && runs.from(run) < last; run++) {
                int column = Math.max(first, runs.from(run));
                int length = Math.min(last, runs.to(run)) - column;
                blend(bitmap.pixels(), row * bitmap.width() + column, target, y * stride + left + column, length);
            }
        }
    }

    private static void blend(int[] source, int from, int[] target, int to, int length) {
        // Without a branch: at the edges of letters the processor would guess wrong every few pixels, and what is
        // opaque or
        // transparent comes out exactly all the same.
        for (int i = 0; i < length; i++) {
            int over = source[from + i];
            target[to + i] = over + fade(target[to + i], 255 - (over >>> 24)) | 0xFF000000;
        }
    }

    /** The three colours times share / 255, rounded. */
    private static int fade(int color, int share) {
        int redBlue = (color & MASK) * share + HALF;
        int green = (color >>> 8 & 0xFF) * share + 0x80;
        return (redBlue + (redBlue >>> 8 & MASK) >>> 8 & MASK) | (green + (green >>> 8) & 0xFF00);
    }
}
