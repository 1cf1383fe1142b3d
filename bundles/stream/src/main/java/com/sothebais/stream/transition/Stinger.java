package com.sothebais.stream.transition;

import com.sothebais.api.stream.Size;

/**
 * A panel with the brand runs across from left to right, stands still for a moment while it covers everything, and leaves on the
 * right. The picture changes behind it.
 */
final class Stinger implements Effect {
    private static final int FULL = 10_000;
    private static final int CLOSED = 3_800;
    // The cover lasts longer behind the middle than before it: what a fact changes is there a moment after its instant.
    private static final int OPENS = 6_400;
    private static final int HEIGHT = 720;
    private static final int GOLD_BAND = 22;
    private static final int DUSK_BAND = 84;
    private static final int LINE_BAND = 6;

    private final Size size;
    private final Slant slant;
    private final int[] panel;
    private final Band[] bands;
    private final int bandsWidth;

    /** A stripe beside the panel. */
    private record Band(int width, int color) {}

    Stinger(Size size) {
        this.size = size;
        this.slant = new Slant(size);
        this.panel = Brand.panel(size);
        this.bands = new Band[] {band(GOLD_BAND, Brand.GOLD), band(DUSK_BAND, Brand.PLUM), band(LINE_BAND, Brand.GOLD)};
        int width = 0;
        for (Band band : bands) {
            width += band.width();
        }
        this.bandsWidth = width;
    }

    private Band band(int width, int color) {
        return new Band(width * size.height() / HEIGHT, color);
    }

    @Override
    public int switchStep(int steps) {
        return steps / 2 + 1;
    }

    @Override
    public boolean keepsBefore() {
        return false;
    }

    @Override
    public void mix(Pictures pictures, int step, int steps) {
        int part = step * FULL / (steps + 1);
        int lead = slant.place(Blend.eased(Math.min(part, CLOSED), CLOSED), CLOSED, bandsWidth);
        int trail = slant.place(Blend.eased(Math.max(0, part - OPENS), FULL - OPENS), FULL - OPENS, bandsWidth);
        for (int row = 0; row < size.height(); row++) {
            row(pictures, row, slant.inRow(lead, row), slant.inRow(trail, row));
        }
    }

    /** From left to right: the picture, stripes, the panel, stripes, the picture. */
    private void row(Pictures pictures, int row, int lead, int trail) {
        int start = row * size.width();
        int[] out = pictures.out();
        System.arraycopy(pictures.to(), start, out, start, size.width());
        int left = slant.column(trail - bandsWidth * Slant.SUB);
        int right = slant.column(lead + (bandsWidth + 1) * Slant.SUB);
        for (int x = left; x < right; x++) {
            int pixel = out[start + x];
            int edge = lead + bandsWidth * Slant.SUB;
            for (int i = bands.length - 1; i >= 0; i--) {
                pixel = Blend.mix(pixel, bands[i].color(), Slant.covered(edge, x));
                edge -= bands[i].width() * Slant.SUB;
            }
            pixel = Blend.mix(pixel, panel[start + x], Slant.covered(lead, x));
            edge = trail;
            for (Band band : bands) {
                pixel = Blend.mix(pixel, band.color(), Slant.covered(edge, x));
                edge -= band.width() * Slant.SUB;
            }
            out[start + x] = Blend.mix(pixel, pictures.to()[start + x], Slant.covered(edge, x));
        }
    }
}
