package com.sothebais.stream.rig;

import static com.sothebais.stream.rig.Ink.clear;
import static com.sothebais.stream.rig.Ink.curves;
import static com.sothebais.stream.rig.Ink.disc;
import static com.sothebais.stream.rig.Ink.down;
import static com.sothebais.stream.rig.Ink.fill;
import static com.sothebais.stream.rig.Ink.line;
import static com.sothebais.stream.rig.Ink.round;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.GeneralPath;

/** The porcelain face without its features: ears, shell, hair, cheeks, nose. */
final class Head {
    private static final Color BLUSH = new Color(0xE8647A);

    private Head() {}

    static void paint(Graphics2D pen, Expression expression) {
        Color accent = new Color(expression.accent());
        bob(pen);
        ear(pen, 112, accent);
        ear(pen, 268, accent);
        GeneralPath face = face();
        fill(pen, round(172, 108, 118, Ink.PORCELAIN_LIGHT, Ink.PORCELAIN), face);
        shade(pen, face);
        cheeks(pen, face, expression.smile().cheeks());
        nose(pen);
        line(pen, clear(new Color(0x7A4A3F), 0.55), 1.6, face);
        hair(pen);
    }

    /** Wide at the temples, soft at the chin. */
    private static GeneralPath face() {
        GeneralPath face = curves(
                190, 46, 246, 46, 266, 84, 266, 128, 265, 168, 228, 213, 190, 213, 152, 213, 115, 168, 114, 128, 114,
                84, 134, 46, 190, 46);
        face.closePath();
        return face;
    }

    /** The hair behind the face: a sculpted bob down to the chin. */
    private static void bob(Graphics2D pen) {
        GeneralPath bob = curves(
                190, 22, 262, 18, 296, 72, 290, 140, 288, 172, 286, 196, 262, 214, 244, 218, 232, 206, 226, 196, 154,
                196, 154, 196, 154, 196, 148, 206, 136, 218, 118, 214, 94, 196, 92, 172, 90, 140, 84, 72, 118, 18, 190,
                22);
        bob.closePath();
        fill(pen, down(60, new Color(0xD99A48), 214, new Color(0x7A4517)), bob);
        Graphics2D inside = (Graphics2D) pen.create();
        inside.clip(bob);
        Color groove = clear(new Color(0x5E3210), 0.6);
        Color shine = clear(Ink.GOLD_LIGHT, 0.6);
        for (int side : new int[] {-1, 1}) {
            line(
                    inside,
                    groove,
                    2.2,
                    curves(190 + side * 92, 90, 190 + side * 98, 140, 190 + side * 92, 184, 190 + side * 66, 212));
            line(
                    inside,
                    groove,
                    2,
                    curves(190 + side * 82, 150, 190 + side * 84, 174, 190 + side * 78, 192, 190 + side * 54, 206));
            line(
                    inside,
                    shine,
                    3.4,
                    curves(190 + side * 96, 118, 190 + side * 97, 146, 190 + side * 93, 168, 190 + side * 84, 186));
        }
        inside.dispose();
        line(pen, clear(Ink.LINE, 0.55), 1.6, bob);
    }

    private static void ear(Graphics2D pen, double x, Color accent) {
        fill(pen, down(106, Ink.GOLD_LIGHT, 160, Ink.GOLD_DEEP), disc(x, 133, 17, 25));
        fill(pen, down(112, Ink.GOLD_DEEP, 154, Ink.GOLD_LIGHT), disc(x, 133, 12.5, 19.5));
        fill(pen, new Color(0x3A2440), disc(x, 133, 9.5, 15.5));
        fill(pen, round(x, 131, 12, Color.WHITE, accent), disc(x, 133, 6, 10.5));
        line(pen, clear(Ink.LINE, 0.35), 1.2, disc(x, 133, 17, 25));
    }

    private static void shade(Graphics2D pen, GeneralPath face) {
        Graphics2D inside = (Graphics2D) pen.create();
        inside.clip(face);
        // The far side and the chin turn away from the light; a thin rim of it comes back along the jaw.
        fill(inside, round(178, 118, 104, clear(Ink.PORCELAIN_DEEP, 0), clear(Ink.PORCELAIN_DEEP, 0.85)), face);
        fill(
                inside,
                down(84, clear(Ink.PORCELAIN_DEEP, 0.5), 116, clear(Ink.PORCELAIN_DEEP, 0)),
                disc(190, 74, 90, 44));
        line(inside, clear(Color.WHITE, 0.45), 3, curves(124, 160, 134, 190, 160, 207, 190, 208));
        inside.dispose();
    }

    private static void cheeks(Graphics2D pen, GeneralPath face, double strength) {
        Graphics2D inside = (Graphics2D) pen.create();
        inside.clip(face);
        for (double x : new double[] {139, 241}) {
            fill(inside, round(x, 165, 23, clear(BLUSH, 0.62 * strength), clear(BLUSH, 0)), disc(x, 165, 24, 24));
        }
        inside.dispose();
    }

    private static void nose(Graphics2D pen) {
        line(pen, clear(new Color(0xA9664F), 0.75), 2.6, curves(183, 161, 186, 166, 194, 166, 197, 161));
        fill(pen, clear(Color.WHITE, 0.75), disc(189, 153, 3.2, 5));
    }

    /** Sculpted gold, swept to one side. */
    private static void hair(Graphics2D pen) {
        GeneralPath hair = curves(
                111, 122, 100, 84, 108, 44, 150, 30, 186, 8, 252, 10, 270, 52, 282, 74, 276, 104, 268, 122, 266, 104,
                258, 88, 246, 78, 222, 90, 176, 88, 150, 70, 138, 80, 116, 92, 111, 122);
        hair.closePath();
        fill(pen, down(16, Ink.GOLD_LIGHT, 112, new Color(0xB4702A)), hair);
        Graphics2D inside = (Graphics2D) pen.create();
        inside.clip(hair);
        Color groove = clear(Ink.GOLD_DEEP, 0.8);
        line(inside, groove, 2.2, curves(150, 71, 160, 44, 200, 30, 262, 46));
        line(inside, groove, 2.2, curves(178, 83, 190, 60, 220, 50, 272, 70));
        line(inside, groove, 2, curves(116, 96, 118, 66, 132, 48, 158, 34));
        line(inside, clear(Color.WHITE, 0.55), 4.5, curves(140, 52, 162, 32, 200, 20, 238, 26));
        line(inside, clear(Color.WHITE, 0.35), 3, curves(196, 66, 214, 56, 240, 54, 262, 62));
        inside.dispose();
        line(pen, clear(Ink.LINE, 0.55), 1.6, hair);
    }
}
