package com.sothebais.stream.rig;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;

/** The few strokes that all parts of the host are drawn with, and the colours they share. */
final class Ink {
    static final Color LINE = new Color(0x2B1B33);
    static final Color PORCELAIN_LIGHT = new Color(0xFFF6EA);
    static final Color PORCELAIN = new Color(0xF6DFC9);
    static final Color PORCELAIN_DEEP = new Color(0xD9AE95);
    static final Color GOLD_LIGHT = new Color(0xFFE3A0);
    static final Color GOLD = new Color(0xE0A94A);
    static final Color GOLD_DEEP = new Color(0x9C6526);
    static final Color GLOVE = new Color(0xFDFBF7);
    static final Color GLOVE_SHADE = new Color(0xC9C4D6);

    private Ink() {}

    static Color clear(Color color, double alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * alpha));
    }

    static GradientPaint down(double top, Color from, double bottom, Color to) {
        return new GradientPaint(0, (float) top, from, 0, (float) bottom, to);
    }

    static RadialGradientPaint round(double x, double y, double radius, Color middle, Color edge) {
        return new RadialGradientPaint(
                (float) x, (float) y, (float) radius, new float[] {0, 1}, new Color[] {middle, edge});
    }

    static BasicStroke pen(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static Ellipse2D disc(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    /** A path from a start through cubic curves: x and y, then six numbers a curve. */
    static GeneralPath curves(double... numbers) {
        GeneralPath path = new GeneralPath();
        path.moveTo(numbers[0], numbers[1]);
        for (int i = 2; i < numbers.length; i += 6) {
            path.curveTo(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], numbers[i + 4], numbers[i + 5]);
        }
        return path;
    }

    /** A straight-edged shape. */
    static GeneralPath polygon(double... numbers) {
        GeneralPath path = new GeneralPath();
        path.moveTo(numbers[0], numbers[1]);
        for (int i = 2; i < numbers.length; i += 2) {
            path.lineTo(numbers[i], numbers[i + 1]);
        }
        path.closePath();
        return path;
    }

    static void fill(Graphics2D pen, java.awt.Paint paint, Shape shape) {
        pen.setPaint(paint);
        pen.fill(shape);
    }

    static void line(Graphics2D pen, Color color, double width, Shape shape) {
        pen.setPaint(color);
        pen.setStroke(pen(width));
        pen.draw(shape);
    }
}
