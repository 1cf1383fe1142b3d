package com.sothebais.stream.transition;

import com.sothebais.api.stream.Size;
import java.util.Arrays;

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
    private static final int PLUM_BAND = 84;
    private static final int LINE_BAND = 6;

    /** Stands for a stretch of a row that shows the picture, and for one that shows the panel; colours are opaque. */
    private static final int PICTURE = 0;

    private static final int PANEL = 1;

    private final Size size;
    private final Slant slant;
    private final int[] panel;
    private final int[] colors = {
        PICTURE, Brand.GOLD, Brand.PLUM, Brand.GOLD, PANEL, Brand.GOLD, Brand.PLUM, Brand.GOLD, PICTURE
    };
    private final int gold;
    private final int plum;
    private final int line;
    private final int[] edges = new int[colors.length - 1];

    Stinger(Size size) {
        this.size = size;
        this.slant = new Slant(size);
        this.panel = Brand.panel(size);
        this.gold = GOLD_BAND * size.height() / HEIGHT;
        this.plum = PLUM_BAND * size.height() / HEIGHT;
        this.line = LINE_BAND * size.height() / HEIGHT;
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
        int bands = gold + plum + line;
        int lead = slant.place(Blend.eased(Math.min(part, CLOSED), CLOSED), CLOSED, bands);
        int trail = slant.place(Blend.eased(Math.max(0, part - OPENS), FULL - OPENS), FULL - OPENS, bands);
        for (int row = 0; row < size.height(); row++) {
            edges(slant.inRow(trail, row), slant.inRow(lead, row));
            row(pictures, row * size.width());
        }
    }

    /** From left to right: picture, line, plum, gold, panel, gold, plum, line, picture. */
    private void edges(int trail, int lead) {
        edges[0] = trail - (gold + plum + line) * Slant.SUB;
        edges[1] = edges[0] + line * Slant.SUB;
        edges[2] = edges[1] + plum * Slant.SUB;
        edges[3] = trail;
        edges[4] = lead;
        edges[5] = lead + gold * Slant.SUB;
        edges[6] = edges[5] + plum * Slant.SUB;
        edges[7] = edges[6] + line * Slant.SUB;
    }

    /** Whole stretches first, because they are nearly all; then the pixels that an edge cuts. */
    private void row(Pictures pictures, int start) {
        int[] out = pictures.out();
        for (int i = 0; i < colors.length; i++) {
            int left = i == 0 ? 0 : slant.column(edges[i - 1]);
            int right = i == edges.length ? size.width() : slant.column(edges[i]);
            if (colors[i] == PICTURE || colors[i] == PANEL) {
                int[] from = colors[i] == PICTURE ? pictures.to() : panel;
                System.arraycopy(from, start + left, out, start + left, right - left);
            } else {
                Arrays.fill(out, start + left, start + right, colors[i]);
            }
        }
        for (int i = 0; i < edges.length; i++) {
            int x = Math.floorDiv(edges[i], Slant.SUB);
            if (x >= 0 && x < size.width()) {
                int pixel = pixel(pictures, i, start + x);
                out[start + x] = Blend.mix(out[start + x], pixel, Slant.covered(edges[i], x));
            }
        }
    }

    private int pixel(Pictures pictures, int stretch, int place) {
        return switch (colors[stretch]) {
            case PICTURE -> pictures.to()[place];
            case PANEL -> panel[place];
            default -> colors[stretch];
        };
    }
}
