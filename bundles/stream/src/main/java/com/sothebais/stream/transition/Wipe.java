package com.sothebais.stream.transition;

import com.sothebais.api.stream.Size;

/** A slanting edge with a golden line uncovers the new picture from the left. */
final class Wipe implements Effect {
    private static final int FULL = 10_000;
    private static final int HEIGHT = 720;
    private static final int LINE = 8;
    private static final int SHADE = 36;
    private static final int SHADE_WEIGHT = 150;

    private final Size size;
    private final Slant slant;
    private final int line;
    private final int shade;

    Wipe(Size size) {
        this.size = size;
        this.slant = new Slant(size);
        this.line = LINE * size.height() / HEIGHT;
        this.shade = SHADE * size.height() / HEIGHT;
    }

    @Override
    public void mix(Pictures pictures, int step, int steps) {
        int place = slant.place(Blend.eased(step * FULL / (steps + 1), FULL), FULL, line + shade);
        for (int row = 0; row < size.height(); row++) {
            row(pictures, row, slant.inRow(place, row));
        }
    }

    /** From left to right: the new picture, the line, a shadow on the picture before, the picture before. */
    private void row(Pictures pictures, int row, int edge) {
        int start = row * size.width();
        int right = edge + line * Slant.SUB;
        int first = slant.column(edge);
        int last = slant.column(right + (shade + 1) * Slant.SUB);
        System.arraycopy(pictures.to(), start, pictures.out(), start, first);
        System.arraycopy(pictures.from(), start + last, pictures.out(), start + last, size.width() - last);
        for (int x = first; x < last; x++) {
            int beyond = Math.max(0, x - Math.floorDiv(right, Slant.SUB));
            int dark = Math.max(0, shade - beyond) * SHADE_WEIGHT / shade;
            int pixel = Blend.mix(pictures.from()[start + x], Brand.NIGHT, dark);
            pixel = Blend.mix(pixel, Brand.GOLD, Slant.covered(right, x));
            pictures.out()[start + x] = Blend.mix(pixel, pictures.to()[start + x], Slant.covered(edge, x));
        }
    }
}
