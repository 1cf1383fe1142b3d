package com.sothebais.stream.transition;

import com.sothebais.api.stream.Size;

/** A slanting edge that runs across the picture from left to right. Places are 256ths of a pixel. */
final class Slant {
    static final int SUB = 256;

    /** Columns that the edge goes to the left for each row, in thousandths: 14 degrees from the vertical. */
    private static final int SLOPE_PERMILLE = 250;

    private static final int PERMILLE = 1_000;

    private final Size size;
    private final int lean;

    Slant(Size size) {
        this.size = size;
        this.lean = size.height() * SLOPE_PERMILLE / PERMILLE;
    }

    /**
     * Where the edge is in the upper row.
     *
     * @param part of the way that is done, of {@code full}
     * @param margin pixels that lie outside on either side at the start and at the end
     */
    int place(int part, int full, int margin) {
        long way = (long) size.width() + lean + 2L * margin;
        return (int) (way * SUB * part / full - (long) margin * SUB);
    }

    /** Where an edge is in a row. */
    int inRow(int place, int row) {
        return place - (int) ((long) row * lean * SUB / size.height());
    }

    /** How much of a pixel lies left of an edge, 0 to {@link Blend#FULL}. */
    static int covered(int edge, int column) {
        return Math.max(0, Math.min(SUB, edge - column * SUB));
    }

    /** The first column that an edge cuts or leaves on its right, within the picture. */
    int column(int edge) {
        return Math.max(0, Math.min(size.width(), Math.floorDiv(edge, SUB)));
    }
}
