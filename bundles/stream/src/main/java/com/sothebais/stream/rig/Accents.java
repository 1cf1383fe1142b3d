package com.sothebais.stream.rig;

import static com.sothebais.stream.rig.Ink.clear;
import static com.sothebais.stream.rig.Ink.curves;
import static com.sothebais.stream.rig.Ink.disc;
import static com.sothebais.stream.rig.Ink.fill;
import static com.sothebais.stream.rig.Ink.line;
import static com.sothebais.stream.rig.Ink.polygon;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.GeneralPath;

/** The free hand, and the small signs in the air that tell a mood even in a thumbnail. */
final class Accents {
    private static final int[] CONFETTI = {0xFFD75E, 0xFF6FD8, 0x5FB6D9, 0x74C69D, 0xFFFFFF};

    private Accents() {}

    static void paint(Graphics2D pen, Expression expression) {
        Color accent = new Color(expression.accent());
        switch (expression.gesture()) {
            case REST -> {}
            case WONDER -> wonder(pen, accent);
            case CHEER -> cheer(pen, accent);
            case CHUCKLE -> chuckle(pen, accent);
            case HOLD -> hold(pen, accent);
            case VICTORY -> victory(pen);
            case HEART -> heart(pen, accent);
            case GASP -> gasp(pen, accent);
        }
    }

    private static void wonder(Graphics2D pen, Color accent) {
        hand(pen, 158, 226, 28, Sleeve::flat, 68, 318, 80, 292);
        Graphics2D big = (Graphics2D) pen.create();
        big.translate(56, 66);
        big.rotate(-0.15);
        big.scale(1.35, 1.35);
        line(big, Ink.LINE, 13, question(0, 0));
        line(big, accent, 8.5, question(0, 0));
        fill(big, Ink.LINE, disc(0, 31, 7.2, 7.2));
        fill(big, accent, disc(0, 31, 5, 5));
        big.dispose();
    }

    private static GeneralPath question(double x, double y) {
        return curves(
                x - 13, y - 10, x - 12, y - 32, x + 18, y - 30, x + 15, y - 9, x + 13, y + 3, x, y + 3, x, y + 15);
    }

    private static void cheer(Graphics2D pen, Color accent) {
        for (int ray = 0; ray < 5; ray++) {
            double angle = Math.toRadians(196 + ray * 21);
            ray(pen, accent, 84, 118, 34, 58 - (ray % 2) * 10, angle);
        }
        star(pen, accent, 52, 58, 15);
        star(pen, Color.WHITE, 84, 28, 8);
    }

    private static void chuckle(Graphics2D pen, Color accent) {
        note(pen, accent, 52, 86, 1.25);
        note(pen, clear(Color.WHITE, 0.95), 92, 40, 0.85);
    }

    private static void note(Graphics2D pen, Color color, double x, double y, double scale) {
        Graphics2D at = (Graphics2D) pen.create();
        at.translate(x, y);
        at.rotate(-0.15);
        at.scale(scale, scale);
        fill(at, color, disc(-12, 16, 8, 6.5));
        fill(at, color, disc(14, 12, 8, 6.5));
        line(at, color, 4, curves(-6, 16, -6, 4, -6, -8, -6, -18));
        line(at, color, 4, curves(20, 12, 20, 0, 20, -12, 20, -22));
        line(at, color, 7, curves(-6, -17, 2, -18, 12, -20, 20, -21));
        at.dispose();
    }

    private static void hold(Graphics2D pen, Color accent) {
        for (int dot = 0; dot < 3; dot++) {
            fill(pen, Ink.LINE, disc(30 + dot * 27, 78 - dot * 8, 11, 11));
            fill(pen, clear(accent, 0.6 + dot * 0.2), disc(30 + dot * 27, 78 - dot * 8, 8.5, 8.5));
        }
        GeneralPath drop = curves(256, 92, 266, 108, 268, 116, 258, 118, 246, 118, 248, 106, 256, 92);
        fill(pen, new Color(0x9CDCFF), drop);
        line(pen, new Color(0x2F7FB5), 1.6, drop);
        line(pen, Color.WHITE, 2, curves(253, 108, 252, 111, 253, 113, 255, 114));
    }

    private static void victory(Graphics2D pen) {
        hand(pen, 62, 148, -14, Sleeve::fist, 62, 302, 18, 232);
        for (int piece = 0; piece < 26; piece++) {
            // A fixed scatter over the upper part; the face stays free.
            double x = 14 + (piece * 97 % 353);
            double y = 8 + (piece * 61 % 118);
            boolean overGavel = x > 262 && y > 62;
            if (!overGavel && Math.hypot((x - 190) / 1.15, y - 126) > 96) {
                Graphics2D at = (Graphics2D) pen.create();
                at.translate(x, y);
                at.rotate(piece * 1.7);
                fill(at, new Color(CONFETTI[piece % CONFETTI.length]), Sleeve.bar(-7, -3.6, 14, 7.2, 3));
                at.dispose();
            }
        }
    }

    private static void heart(Graphics2D pen, Color accent) {
        hand(pen, 150, 290, 66, Sleeve::flat, 62, 322, 70, 326);
        GeneralPath heart = curves(58, 92, 16, 62, 26, 22, 58, 46, 90, 22, 100, 62, 58, 92);
        heart.closePath();
        line(pen, Ink.LINE, 5, heart);
        fill(pen, accent, heart);
        line(pen, clear(Color.WHITE, 0.8), 4, curves(39, 58, 37, 52, 39, 47, 44, 46));
    }

    private static void gasp(Graphics2D pen, Color accent) {
        hand(pen, 62, 206, -12, at -> Sleeve.open(at, 17, 1), 64, 318, 26, 276);
        for (int ray = 0; ray < 7; ray++) {
            double angle = Math.toRadians(214 + ray * 18.7);
            ray(pen, accent, 190, 132, 122, 140 - (ray % 2) * 5, angle);
        }
    }

    private static void ray(Graphics2D pen, Color color, double x, double y, double from, double to, double angle) {
        double dx = Math.cos(angle);
        double dy = Math.sin(angle);
        line(pen, color, 6, polygon(x + from * dx, y + from * dy, x + to * dx, y + to * dy));
    }

    private static void star(Graphics2D pen, Color color, double x, double y, double size) {
        GeneralPath star = new GeneralPath();
        for (int point = 0; point < 8; point++) {
            double radius = point % 2 == 0 ? size : size * 0.36;
            double angle = Math.toRadians(point * 45 - 90);
            double px = x + radius * Math.cos(angle);
            double py = y + radius * Math.sin(angle);
            if (point == 0) {
                star.moveTo(px, py);
            } else {
                star.lineTo(px, py);
            }
        }
        star.closePath();
        fill(pen, color, star);
    }

    /** How a hand is drawn at the origin. */
    private interface Hand {
        void paint(Graphics2D pen);
    }

    private static void hand(
            Graphics2D pen,
            double x,
            double y,
            double degrees,
            Hand hand,
            double shoulderX,
            double shoulderY,
            double... elbow) {
        Sleeve.arm(pen, shoulderX, shoulderY, elbow[0], elbow[1], x, y);
        Graphics2D at = (Graphics2D) pen.create();
        at.translate(x, y);
        at.rotate(Math.toRadians(degrees));
        hand.paint(at);
        at.dispose();
    }
}
