package com.sothebais.stream.scene;

import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Weight;

/** Colours and text styles of the show, for a scene 720 pixels high. */
final class Palette {
    static final int NIGHT = 0xFF0A0C12;
    static final int DUSK = 0xFF1C1526;
    static final int CARD = 0xFF141721;
    static final int CARD_EDGE = 0xFF2C2E3C;
    static final int GOLD = 0xFFD9B15F;
    static final int GOLD_EDGE = 0xFF7D683D;
    static final int IVORY = 0xFFF6F1E5;
    static final int MIST = 0xFFB4B6C3;
    static final int GREEN = 0xFF63C789;
    static final int RED = 0xFFFF6459;
    static final int AMBER = 0xFFFFB545;
    static final int CLEAR = 0x00000000;
    static final int BUBBLE = 0xFF232737;

    private Palette() {}

    static Style regular(int sizePixels, int color) {
        return new Style(Weight.REGULAR, sizePixels, color, Align.LEFT, 1);
    }

    static Style bold(int sizePixels, int color) {
        return new Style(Weight.BOLD, sizePixels, color, Align.LEFT, 1);
    }

    static Style figures(int sizePixels, int color) {
        return new Style(Weight.FIGURES, sizePixels, color, Align.LEFT, 1);
    }

    static Style right(Style style) {
        return new Style(style.weight(), style.sizePixels(), style.color(), Align.RIGHT, style.lines());
    }

    static Style center(Style style) {
        return new Style(style.weight(), style.sizePixels(), style.color(), Align.CENTER, style.lines());
    }

    static Style lines(Style style, int lines) {
        return new Style(style.weight(), style.sizePixels(), style.color(), style.align(), lines);
    }
}
