package com.sothebais.render.java2d.internal;

import com.sothebais.api.stream.Bitmap;
import java.util.Arrays;

/**
 * Where the rows of a bitmap have something to see. A line of text is mostly air, and looking at air in every frame costs more than
 * laying down the letters.
 */
final class Runs {
    /** Gaps that are shorter are not worth a run of their own. */
    private static final int GAP_LEAST = 6;

    private final Bitmap bitmap;
    private final int[] rows;
    private final int[] from;
    private final int[] to;

    private Runs(Bitmap bitmap, int[] rows, int[] from, int[] to) {
        this.bitmap = bitmap;
        this.rows = rows;
        this.from = from;
        this.to = to;
    }

    static Runs of(Bitmap bitmap) {
        int[] rows = new int[bitmap.height() + 1];
        int[] from = new int[bitmap.height() * (bitmap.width() / (GAP_LEAST + 1) + 1)];
        int[] to = new int[from.length];
        int count = 0;
        for (int row = 0; row < bitmap.height(); row++) {
            rows[row] = count;
            int last = -GAP_LEAST;
            for (int x = 0; x < bitmap.width(); x++) {
                if (bitmap.pixels()[row * bitmap.width() + x] != 0) {
                    if (x - last > GAP_LEAST || count == rows[row]) {
                        from[count++] = x;
                    }
                    last = x;
                    to[count - 1] = x + 1;
                }
            }
        }
        rows[bitmap.height()] = count;
        return new Runs(bitmap, rows, Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }

    Bitmap bitmap() {
        return bitmap;
    }

    /** The first run of a row that ends behind a column; {@link #end} when none does. */
    int first(int row, int column) {
        int low = rows[row];
        int high = rows[row + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] <= column) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One beyond the last run of a row. */
    int end(int row) {
        return rows[row + 1];
    }

    /** First column of a run. */
    int from(int run) {
        return from[run];
    }

    /** One beyond its last column. */
    int to(int run) {
        return to[run];
    }
}
