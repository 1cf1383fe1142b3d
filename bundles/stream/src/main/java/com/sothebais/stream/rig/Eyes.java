package com.sothebais.stream.rig;

import static com.sothebais.stream.rig.Ink.clear;
import static com.sothebais.stream.rig.Ink.curves;
import static com.sothebais.stream.rig.Ink.disc;
import static com.sothebais.stream.rig.Ink.down;
import static com.sothebais.stream.rig.Ink.fill;
import static com.sothebais.stream.rig.Ink.line;
import static com.sothebais.stream.rig.Ink.round;

import com.sothebais.stream.rig.Expression.Brow;
import com.sothebais.stream.rig.Expression.Gaze;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;

/** Eyes, lids and brows. The outer side of an eye is {@code side}: -1 on the viewer's left, 1 on the right. */
final class Eyes {
    private static final double MIDDLE = 190;
    private static final double APART = 34;
    private static final double LEVEL = 130;
    private static final double RADIUS_X = 22.5;
    private static final double RADIUS_Y = 26;
    /** Where the lids meet, as a part of the radius below the middle. */
    private static final double SHUT = 0.42;

    private static final double BEND = 7;
    private static final double WIDE_OPEN = 0.13;
    private static final Color CREASE = new Color(0x8F4F43);
    private static final Color IRIS = new Color(0x1FA3A3);
    private static final Color IRIS_DEEP = new Color(0x0B4A5C);
    private static final Color PUPIL = new Color(0x10131F);
    private static final Color LID = new Color(0xE9C3AA);
    private static final Color UNDER = new Color(0xF3D6C2);
    private static final Color BROW = new Color(0x8A4E1E);

    private Eyes() {}

    static void paint(Graphics2D pen, Expression expression, double blink, double gaze) {
        Gaze eyes = expression.eyes();
        double sideways = Math.max(-1, Math.min(1, eyes.sideways() + gaze));
        eye(pen, -1, eyes, blink, sideways);
        eye(pen, 1, eyes, blink, sideways);
        brow(pen, -1, expression.left());
        brow(pen, 1, expression.right());
    }

    private static void eye(Graphics2D pen, int side, Gaze eyes, double blink, double sideways) {
        double x = MIDDLE + side * APART;
        double tall = RADIUS_Y * eyes.size();
        double hang = side * eyes.slant();
        Ellipse2D ball = disc(x, LEVEL, RADIUS_X * Math.sqrt(eyes.size()), tall);
        double shut = LEVEL + SHUT * tall;
        double upper = mix(LEVEL - tall + 2 * tall * eyes.upperLid(), shut, blink);
        double lower = mix(LEVEL + tall - 2 * tall * eyes.lowerLid(), shut, blink);
        Opening opening = new Opening(x, hang, upper, lower, mix(-BEND, BEND, blink));
        Graphics2D inside = (Graphics2D) pen.create();
        inside.clip(ball);
        fill(inside, down(LEVEL - tall, new Color(0xC3CBDD), LEVEL - tall / 3, Color.WHITE), ball);
        iris(inside, x + 7 * sideways, LEVEL - 6 * eyes.upwards(), eyes.pupil());
        lids(inside, opening, tall);
        inside.dispose();
        outline(pen, side, ball, opening);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    /**
     * What the lids leave free.
     *
     * @param hang how much lower the right end of the upper lid is than its left end, halved
     * @param bend how far the middle of the upper lid stands below its ends
     */
    private record Opening(double x, double hang, double upper, double lower, double bend) {
        GeneralPath upperEdge(double by) {
            return edge(hang, upper + by, bend);
        }

        GeneralPath lowerEdge() {
            return edge(-hang / 2, lower, bend > 0 ? bend : -6 - bend / 7);
        }

        private GeneralPath edge(double slope, double y, double middle) {
            return curves(
                    x - 28,
                    y - slope,
                    x - 12,
                    y + middle - slope / 2,
                    x + 12,
                    y + middle + slope / 2,
                    x + 28,
                    y + slope);
        }
    }

    private static void iris(Graphics2D pen, double x, double y, double pupil) {
        fill(pen, round(x, y + 6, 20, new Color(0x7BF0DC), IRIS), disc(x, y, 17, 18.5));
        line(pen, IRIS_DEEP, 2.2, disc(x, y, 16.5, 18));
        fill(pen, PUPIL, disc(x, y, 8.8 * pupil, 9.6 * pupil));
        fill(pen, Color.WHITE, disc(x - 5.5, y - 7, 4.8, 5.4));
        fill(pen, clear(Color.WHITE, 0.75), disc(x + 6, y + 7.5, 2.5, 2.8));
    }

    /** Skin over the ball from above and from below. Clipped to the ball. */
    private static void lids(Graphics2D pen, Opening opening, double tall) {
        // The shadow the lid throws on the eye.
        line(pen, clear(PUPIL, 0.2), 9, opening.upperEdge(3));
        GeneralPath below = closed(opening.lowerEdge(), opening.x, LEVEL + 2 * tall);
        fill(pen, UNDER, below);
        line(pen, clear(CREASE, 0.8), 1.8, opening.lowerEdge());
        GeneralPath above = closed(opening.upperEdge(0), opening.x, LEVEL - 2 * tall);
        fill(pen, down(LEVEL - tall, Ink.PORCELAIN, opening.upper + 6, LID), above);
    }

    private static GeneralPath closed(GeneralPath edge, double x, double y) {
        edge.lineTo(x + 40, y);
        edge.lineTo(x - 40, y);
        edge.closePath();
        return edge;
    }

    /** The dark line of the upper lid, and the rim of the ball below it. */
    private static void outline(Graphics2D pen, int side, Ellipse2D ball, Opening opening) {
        double top = LEVEL - ball.getHeight() / 2;
        Graphics2D rim = (Graphics2D) pen.create();
        rim.clip(new Rectangle2D.Double(opening.x - 40, opening.upper, 80, Math.max(0, opening.lower - opening.upper)));
        line(rim, clear(CREASE, 0.75), 1.8, ball);
        rim.dispose();
        if (opening.upper < top + WIDE_OPEN * ball.getHeight()) {
            // The lid is up behind the ball, so the lashes follow the ball.
            Rectangle2D frame = ball.getFrame();
            line(pen, Ink.LINE, 4.4, new Arc2D.Double(frame, 24, 132, Arc2D.OPEN));
        } else {
            Graphics2D lash = (Graphics2D) pen.create();
            lash.clip(disc(opening.x, LEVEL, ball.getWidth() / 2 + 3, ball.getHeight() / 2 + 3));
            line(lash, Ink.LINE, 4.8, opening.upperEdge(0));
            lash.dispose();
        }
        wing(pen, opening, side, ball);
        // The fold of the lid above the lashes.
        if (opening.upper < LEVEL) {
            double fold = top - 2;
            line(
                    pen,
                    clear(CREASE, 0.5),
                    1.6,
                    curves(
                            opening.x - 17,
                            fold + 8,
                            opening.x - 9,
                            fold - 1,
                            opening.x + 9,
                            fold - 1,
                            opening.x + 17,
                            fold + 8));
        }
    }

    /** Lashes beyond the outer corner; they go down with the lid. */
    private static void wing(Graphics2D pen, Opening opening, int side, Ellipse2D ball) {
        double x = opening.x + side * ball.getWidth() * 0.46;
        double y = Math.max(LEVEL - ball.getHeight() * 0.2, opening.upper + side * opening.hang * 0.8 - 1);
        line(pen, Ink.LINE, 3, curves(x - side * 3, y - 2, x, y, x + side * 4, y - 3, x + side * 7, y - 7));
        line(pen, Ink.LINE, 2.2, curves(x - side, y + 4, x + side * 2, y + 4, x + side * 5, y + 3, x + side * 8, y));
    }

    /** A tapered stroke: thick inside, thin outside. */
    private static void brow(Graphics2D pen, int side, Brow brow) {
        double x = MIDDLE + side * APART;
        double y = 92 - brow.raise();
        double inner = y - brow.inner() / 2 + 2;
        double outer = y + brow.inner() / 2 + 2;
        double middle = y - brow.arch();
        double in = x - side * 21;
        double out = x + side * 25;
        GeneralPath shape = curves(
                in,
                inner - 2.5,
                x - side * 8,
                middle - 3.5,
                x + side * 10,
                middle - 3,
                out,
                outer,
                x + side * 10,
                middle + 2,
                x - side * 8,
                middle + 3,
                in,
                inner + 3);
        shape.closePath();
        fill(pen, BROW, shape);
        line(pen, BROW, 2.4, shape);
    }
}
