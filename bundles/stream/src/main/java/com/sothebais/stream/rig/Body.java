package com.sothebais.stream.rig;

import static com.sothebais.stream.rig.Ink.clear;
import static com.sothebais.stream.rig.Ink.curves;
import static com.sothebais.stream.rig.Ink.disc;
import static com.sothebais.stream.rig.Ink.down;
import static com.sothebais.stream.rig.Ink.fill;
import static com.sothebais.stream.rig.Ink.line;
import static com.sothebais.stream.rig.Ink.polygon;
import static com.sothebais.stream.rig.Ink.round;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.GeneralPath;

/** Glow, neck, velvet jacket, bow tie, and the arm that holds the gavel. */
final class Body {
    private static final Color SHIRT = new Color(0xFBF8F4);
    private static final Color SATIN = new Color(0x1C1226);
    private static final Color TIE = new Color(0x13A89E);
    private static final Color TIE_DEEP = new Color(0x0A5C63);

    private Body() {}

    static void paint(Graphics2D pen, Expression expression) {
        Color accent = new Color(expression.accent());
        fill(pen, round(190, 138, 158, clear(accent, 0.5), clear(accent, 0)), disc(190, 138, 158, 158));
        line(pen, clear(accent, 0.5), 2.2, disc(190, 132, 116, 116));
        neck(pen);
        jacket(pen);
        shirt(pen);
        lapels(pen);
        bowTie(pen);
        pocket(pen, accent);
        gavelArm(pen, expression.gesture());
    }

    private static void neck(Graphics2D pen) {
        for (int ring = 0; ring < 4; ring++) {
            double y = 204 + ring * 10;
            fill(pen, down(y, Ink.GOLD_LIGHT, y + 10, Ink.GOLD_DEEP), disc(190, y + 5, 27 + ring * 1.5, 6.5));
        }
        fill(pen, down(196, clear(Ink.LINE, 0.6), 226, clear(Ink.LINE, 0)), disc(190, 212, 32, 16));
    }

    private static void jacket(Graphics2D pen) {
        GeneralPath jacket = curves(
                152, 232, 120, 246, 84, 246, 68, 274, 58, 292, 54, 312, 52, 340, 52, 340, 328, 340, 328, 340, 326, 312,
                322, 292, 312, 274, 296, 246, 260, 246, 228, 232);
        jacket.closePath();
        fill(pen, down(234, Sleeve.VELVET_LIGHT, 330, Sleeve.VELVET), jacket);
        line(pen, clear(new Color(0xC9A2DC), 0.35), 2.4, curves(146, 236, 118, 248, 86, 248, 71, 275));
        line(pen, clear(new Color(0xC9A2DC), 0.35), 2.4, curves(234, 236, 262, 248, 294, 248, 309, 275));
    }

    private static void shirt(Graphics2D pen) {
        fill(pen, down(232, SHIRT, 330, new Color(0xD9D3E2)), polygon(160, 236, 220, 236, 206, 340, 174, 340));
        for (double x : new double[] {180, 200}) {
            line(pen, clear(Ink.LINE, 0.14), 1.3, curves(x, 262, x, 284, x, 306, x, 336));
        }
        for (double y : new double[] {286, 312}) {
            fill(pen, round(189, y - 1, 4, Ink.GOLD_LIGHT, Ink.GOLD_DEEP), disc(190, y, 3.3, 3.3));
        }
        // Wings of the collar.
        fill(pen, SHIRT, polygon(158, 228, 190, 252, 168, 262, 150, 236));
        fill(pen, SHIRT, polygon(222, 228, 190, 252, 212, 262, 230, 236));
        line(pen, clear(Ink.LINE, 0.18), 1.2, polygon(158, 228, 190, 252, 168, 262, 150, 236));
        line(pen, clear(Ink.LINE, 0.18), 1.2, polygon(222, 228, 190, 252, 212, 262, 230, 236));
    }

    private static void lapels(Graphics2D pen) {
        for (int side : new int[] {-1, 1}) {
            GeneralPath lapel = polygon(
                    190 + side * 40,
                    233,
                    190 + side * 62,
                    252,
                    190 + side * 56,
                    274,
                    190 + side * 66,
                    279,
                    190 + side * 22,
                    340,
                    190 + side * 14,
                    340);
            fill(pen, down(233, new Color(0x3A2650), 335, SATIN), lapel);
            line(pen, clear(new Color(0xB69AD0), 0.5), 1.4, lapel);
        }
    }

    private static void bowTie(Graphics2D pen) {
        for (int side : new int[] {-1, 1}) {
            GeneralPath wing = curves(
                    190,
                    249,
                    190 + side * 12,
                    238,
                    190 + side * 26,
                    234,
                    190 + side * 36,
                    236,
                    190 + side * 40,
                    246,
                    190 + side * 40,
                    258,
                    190 + side * 36,
                    267,
                    190 + side * 26,
                    268,
                    190 + side * 12,
                    263,
                    190,
                    254);
            wing.closePath();
            fill(pen, down(234, TIE, 268, TIE_DEEP), wing);
            line(pen, clear(Ink.LINE, 0.5), 1.4, wing);
            line(
                    pen,
                    clear(Color.WHITE, 0.4),
                    2,
                    curves(190 + side * 14, 245, 190 + side * 20, 241, 190 + side * 26, 240, 190 + side * 32, 241));
            line(
                    pen,
                    clear(Ink.LINE, 0.4),
                    1.6,
                    curves(190 + side * 8, 251, 190 + side * 14, 249, 190 + side * 18, 249, 190 + side * 24, 252));
        }
        fill(pen, round(188, 248, 11, new Color(0x3FD6C8), TIE_DEEP), disc(190, 251, 8, 9));
        line(pen, clear(Ink.LINE, 0.5), 1.4, disc(190, 251, 8, 9));
    }

    private static void pocket(Graphics2D pen, Color accent) {
        fill(pen, SHIRT, polygon(264, 292, 270, 276, 277, 287, 284, 274, 290, 292));
        fill(pen, clear(accent, 0.55), polygon(270, 276, 277, 287, 273, 292, 266, 288));
        line(pen, clear(Ink.LINE, 0.7), 2, curves(262, 293, 272, 293, 282, 293, 292, 293));
    }

    private static void gavelArm(Graphics2D pen, Expression.Gesture gesture) {
        switch (gesture) {
            case CHEER -> Sleeve.gavel(pen, 318, 300, 352, 236, 320, 176, -18);
            case VICTORY -> Sleeve.gavel(pen, 318, 300, 362, 226, 318, 132, -30);
            case HOLD -> Sleeve.gavel(pen, 312, 312, 356, 280, 312, 232, 38);
            case GASP -> Sleeve.gavel(pen, 316, 312, 358, 272, 326, 216, 24);
            case CHUCKLE -> Sleeve.gavel(pen, 316, 324, 350, 306, 316, 268, 12);
            default -> Sleeve.gavel(pen, 316, 326, 350, 318, 318, 288, 4);
        }
    }
}
