package com.sothebais.stream.rig;

import static com.sothebais.stream.rig.Ink.clear;
import static com.sothebais.stream.rig.Ink.curves;
import static com.sothebais.stream.rig.Ink.disc;
import static com.sothebais.stream.rig.Ink.fill;
import static com.sothebais.stream.rig.Ink.line;

import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.stream.rig.Expression.Smile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;

/** The mouth: the mood's smile, opened by speech. */
final class Lips {
    private static final double X = 190;
    private static final double Y = 183;
    private static final double HALF_WIDTH = 23;
    private static final Color INSIDE = new Color(0x4A0E22);
    private static final Color TONGUE = new Color(0xE2586A);
    private static final Color LIP = new Color(0xA82F48);

    private Lips() {}

    /**
     * What speech does to any mouth.
     *
     * @param open 0 to 1
     * @param width factor
     * @param calm how much of the mood's corners stays, 0 to 1
     * @param teeth part of the opening they fill
     */
    private record Shape(double open, double width, double calm, double teeth) {
        static Shape of(Mouth mouth) {
            return switch (mouth) {
                case CLOSED -> new Shape(0, 1, 1, 0.3);
                case SMALL -> new Shape(0.3, 0.78, 0.85, 0.34);
                case OPEN -> new Shape(0.95, 0.92, 0.8, 0.26);
                case WIDE -> new Shape(0.62, 1.28, 1, 0.36);
                case ROUND -> new Shape(0.74, 0.5, 0.3, 0);
                case TEETH -> new Shape(0.4, 1.12, 0.9, 1);
            };
        }
    }

    static void paint(Graphics2D pen, Smile smile, Mouth mouth) {
        Shape shape = Shape.of(mouth);
        // A laughing mouth is open while it is silent; what it says shows all the same.
        double open = mouth == Mouth.CLOSED ? smile.parted() : shape.open;
        double width = HALF_WIDTH * shape.width * (0.5 + smile.width() / 2);
        if (mouth == Mouth.CLOSED) {
            width = HALF_WIDTH * smile.width();
        }
        double corners = smile.corners() * shape.calm;
        if (open == 0) {
            closed(pen, width, corners, smile.skew());
        } else {
            opened(pen, width, corners, smile.skew() * shape.calm, open, shape.teeth);
        }
    }

    private static void closed(Graphics2D pen, double width, double corners, double skew) {
        double left = Y - corners / 2 + skew / 3;
        double right = Y - corners / 2 - skew;
        double dip = Y + corners * 0.75;
        line(pen, LIP, 4.4, curves(X - width, left, X - width / 2, dip, X + width / 2, dip, X + width, right));
        if (corners > 3) {
            corner(pen, X - width, left, -1);
            corner(pen, X + width, right, 1);
            line(pen, clear(LIP, 0.3), 2.4, curves(X - 8, Y + 13, X - 3, Y + 15, X + 3, Y + 15, X + 8, Y + 13));
        }
    }

    private static void corner(Graphics2D pen, double x, double y, int side) {
        line(
                pen,
                clear(LIP, 0.7),
                2.6,
                curves(x - side, y + 2, x + side * 2, y, x + side * 3, y - 2, x + side * 3, y - 4));
    }

    private static void opened(Graphics2D pen, double width, double corners, double skew, double open, double teeth) {
        double tall = 30 * open;
        double left = Y - corners / 2 + skew / 3;
        double right = Y - corners / 2 - skew;
        double upper = Y - tall * 0.42 + corners * 0.45;
        double lower = Y + tall * 0.82 + corners * 0.55;
        GeneralPath hole = curves(
                X - width,
                left,
                X - width * 0.62,
                upper,
                X + width * 0.62,
                upper,
                X + width,
                right,
                X + width * 0.78,
                lower,
                X - width * 0.78,
                lower,
                X - width,
                left);
        hole.closePath();
        fill(pen, INSIDE, hole);
        Graphics2D inside = (Graphics2D) pen.create();
        inside.clip(hole);
        Rectangle2D bounds = hole.getBounds2D();
        if (teeth < 1) {
            double deep = bounds.getMaxY() + tall * 0.12;
            fill(inside, TONGUE, disc(X, deep, width * 0.62, Math.max(4, tall * 0.42)));
        }
        teeth(inside, bounds, teeth, corners);
        inside.dispose();
        line(pen, LIP, 3.6, hole);
    }

    private static void teeth(Graphics2D pen, Rectangle2D bounds, double part, double corners) {
        if (part == 0) {
            return;
        }
        double bottom = bounds.getMinY() + bounds.getHeight() * (part < 1 ? 0.16 + part * 0.72 : 1);
        double sag = part < 1 ? corners * 0.35 : 0;
        GeneralPath row = curves(
                bounds.getMinX(),
                bottom - sag,
                X - 8,
                bottom + sag,
                X + 8,
                bottom + sag,
                bounds.getMaxX(),
                bottom - sag);
        row.lineTo(bounds.getMaxX(), bounds.getMinY() - 4);
        row.lineTo(bounds.getMinX(), bounds.getMinY() - 4);
        row.closePath();
        fill(pen, new Color(0xFFFDF8), row);
        if (part == 1) {
            Color gap = clear(new Color(0x8C7F96), 0.7);
            double middle = bounds.getCenterY() + 1;
            line(
                    pen,
                    gap,
                    1.5,
                    curves(
                            bounds.getMinX(),
                            middle - 1,
                            X - 8,
                            middle + 2,
                            X + 8,
                            middle + 2,
                            bounds.getMaxX(),
                            middle - 1));
            for (double x = X - 27; x <= X + 27; x += 9) {
                line(pen, clear(gap, 0.5), 1.1, curves(x, bounds.getMinY(), x, middle, x, middle, x, bounds.getMaxY()));
            }
        }
    }
}
