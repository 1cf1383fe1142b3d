package com.sothebais.stream.rig;

import static com.sothebais.stream.rig.Ink.clear;
import static com.sothebais.stream.rig.Ink.curves;
import static com.sothebais.stream.rig.Ink.disc;
import static com.sothebais.stream.rig.Ink.down;
import static com.sothebais.stream.rig.Ink.fill;
import static com.sothebais.stream.rig.Ink.line;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.GeneralPath;
import java.awt.geom.RoundRectangle2D;

/** Arms, white gloves, and the gavel. */
final class Sleeve {
    static final Color VELVET_LIGHT = new Color(0x7B3F8C);
    static final Color VELVET = new Color(0x3D1A4F);

    private static final double ARM = 44;
    private static final Color WOOD_LIGHT = new Color(0xC98A4B);
    private static final Color WOOD = new Color(0x6E3B1C);

    private Sleeve() {}

    /** Arm, gavel and fist around its handle; degrees lean the gavel clockwise from upright. */
    static void gavel(
            Graphics2D pen,
            double shoulderX,
            double shoulderY,
            double elbowX,
            double elbowY,
            double x,
            double y,
            double degrees) {
        arm(pen, shoulderX, shoulderY, elbowX, elbowY, x, y);
        Graphics2D held = (Graphics2D) pen.create();
        held.translate(x, y);
        held.rotate(Math.toRadians(degrees));
        fill(held, down(-46, WOOD_LIGHT, 26, WOOD), bar(-4, -46, 8, 72, 8));
        line(held, clear(Ink.LINE, 0.5), 1.3, bar(-4, -46, 8, 72, 8));
        fill(held, down(-66, WOOD_LIGHT, -36, WOOD), bar(-31, -66, 62, 30, 9));
        fill(held, down(-66, Ink.GOLD_LIGHT, -36, Ink.GOLD_DEEP), bar(-21, -67, 6, 32, 2));
        fill(held, down(-66, Ink.GOLD_LIGHT, -36, Ink.GOLD_DEEP), bar(15, -67, 6, 32, 2));
        line(held, clear(Color.WHITE, 0.4), 2.4, curves(-26, -60, -10, -61, 10, -61, 26, -60));
        line(held, clear(Ink.LINE, 0.6), 1.5, bar(-31, -66, 62, 30, 9));
        fist(held);
        held.dispose();
    }

    static void arm(
            Graphics2D pen, double shoulderX, double shoulderY, double elbowX, double elbowY, double x, double y) {
        double dx = x - elbowX;
        double dy = y - elbowY;
        double length = Math.hypot(dx, dy);
        double wristX = x - dx / length * 20;
        double wristY = y - dy / length * 20;
        GeneralPath bent = curves(shoulderX, shoulderY, elbowX, elbowY, elbowX, elbowY, wristX, wristY);
        line(pen, clear(Ink.LINE, 0.55), ARM + 3, bent);
        line(pen, VELVET, ARM, bent);
        pen.setPaint(down(Math.min(shoulderY, y), VELVET_LIGHT, Math.max(shoulderY, y) + 30, VELVET));
        pen.setStroke(Ink.pen(ARM - 8));
        pen.draw(bent);
        cuff(pen, wristX, wristY, Math.atan2(dy, dx));
    }

    private static void cuff(Graphics2D pen, double x, double y, double angle) {
        Graphics2D at = (Graphics2D) pen.create();
        at.translate(x, y);
        at.rotate(angle);
        Shape linen = bar(-4, -20, 15, 40, 8);
        fill(at, Color.WHITE, linen);
        line(at, clear(Ink.LINE, 0.3), 1.3, linen);
        fill(at, Ink.GOLD, disc(3, 11, 3, 3));
        at.dispose();
    }

    /** Fingers closed around something upright at the origin. */
    static void fist(Graphics2D pen) {
        Shape palm = bar(-19, -17, 38, 35, 22);
        fill(pen, down(-17, Ink.GLOVE, 20, Ink.GLOVE_SHADE), palm);
        line(pen, clear(Ink.LINE, 0.45), 1.5, palm);
        for (double y : new double[] {-8, 0, 8}) {
            line(pen, clear(Ink.LINE, 0.32), 1.4, curves(-16, y, -8, y + 1, 0, y + 1, 6, y));
        }
        Shape thumb = bar(2, -13, 14, 22, 13);
        fill(pen, Ink.GLOVE, thumb);
        line(pen, clear(Ink.LINE, 0.35), 1.3, thumb);
    }

    /** An open hand with its fingers up, palm at the origin; side 1 has the thumb on the right. */
    static void open(Graphics2D pen, double spread, int side) {
        for (int finger = -1; finger <= 2; finger++) {
            Graphics2D at = (Graphics2D) pen.create();
            at.rotate(Math.toRadians((finger - 0.5) * spread));
            finger(at, -5.5, -40 + Math.abs(finger - 0.5) * 3, 34);
            at.dispose();
        }
        Graphics2D at = (Graphics2D) pen.create();
        at.rotate(Math.toRadians(side * 62));
        finger(at, -6, -31, 30);
        at.dispose();
        Shape palm = bar(-17, -18, 34, 36, 24);
        fill(pen, down(-18, Ink.GLOVE, 20, Ink.GLOVE_SHADE), palm);
    }

    private static void finger(Graphics2D pen, double x, double y, double length) {
        Shape finger = bar(x, y, 11.5, length, 11.5);
        fill(pen, Ink.GLOVE, finger);
        line(pen, clear(Ink.LINE, 0.4), 1.4, finger);
    }

    /** Fingers laid side by side, pointing along the negative vertical. */
    static void flat(Graphics2D pen) {
        Shape thumb = bar(10, -24, 12, 30, 12);
        fill(pen, Ink.GLOVE, thumb);
        line(pen, clear(Ink.LINE, 0.35), 1.3, thumb);
        Shape hand = bar(-18, -40, 36, 60, 22);
        fill(pen, down(-40, Ink.GLOVE, 20, Ink.GLOVE_SHADE), hand);
        line(pen, clear(Ink.LINE, 0.45), 1.5, hand);
        for (double x : new double[] {-8, 1, 10}) {
            line(pen, clear(Ink.LINE, 0.3), 1.3, curves(x, -37, x, -28, x, -20, x, -10));
        }
    }

    static RoundRectangle2D bar(double x, double y, double width, double height, double round) {
        return new RoundRectangle2D.Double(x, y, width, height, round, round);
    }
}
