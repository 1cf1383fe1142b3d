package com.sothebais.stream.motif;

import com.sothebais.api.stream.Bitmap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A box with round corners and a tail that points at who speaks.
 *
 * @param fill colour, 0xAARRGGBB
 * @param border colour of a line inside the edge; fully transparent for none
 * @param corner radius
 * @param tail what points
 */
public record Bubble(int fill, int border, int corner, Tail tail) {
    private static final int SHEEN = 14;

    /** How far the tail bends down, for its length. */
    private static final double DROOP = 0.55;

    /** Where the tail is. */
    public enum Side {
        LEFT,
        RIGHT
    }

    /**
     * What points at who speaks.
     *
     * @param at where it begins, thousandths of the height from above
     * @param length pixels; the box is narrower by it
     */
    public record Tail(Side side, int at, int length) {}

    /** The bubble with its tail in an area. */
    public Bitmap drawn(int width, int height) {
        BufferedImage sheet =
                new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Color color = new Color(fill, true);
        graphics.setPaint(new GradientPaint(0, 0, lighter(color), 0, Math.max(1, height * 0.6f), color));
        if (tail.side == Side.RIGHT) {
            graphics.transform(new AffineTransform(-1, 0, 0, 1, width, 0));
        }
        double line = Math.max(1, Math.round(Math.min(width, height) / 260.0 + 0.6));
        boolean lined = border >>> 24 > 0;
        Shape outline = outline(width, height, lined ? line / 2 : 0);
        graphics.fill(outline);
        if (lined) {
            graphics.setColor(new Color(border, true));
            graphics.setStroke(new BasicStroke((float) line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            graphics.draw(outline);
        }
        graphics.dispose();
        return Bitmap.trimmed(
                ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData(), sheet.getWidth(), sheet.getHeight());
    }

    /** With the tail on the left. */
    private Shape outline(int width, int height, double inset) {
        double left = tail.length;
        double round = Math.max(0, 2.0 * corner - 2 * inset);
        Area outline = new Area(new RoundRectangle2D.Double(
                left + inset, inset, width - left - 2 * inset, height - 2 * inset, round, round));
        double half = tail.length * 0.6;
        double lowest = height - corner - half;
        double middle = Math.max(corner + half, Math.min(lowest, height * tail.at / 1_000.0));
        double tip = middle + half * DROOP;
        Path2D pointing = new Path2D.Double();
        pointing.moveTo(left + 2 * inset + 1, middle - half);
        pointing.quadTo(left, middle, inset, tip);
        pointing.quadTo(left, middle + half, left + 2 * inset + 1, middle + half);
        pointing.closePath();
        outline.add(new Area(pointing));
        return outline;
    }

    /** A little light from above, as panels have it. */
    private static Color lighter(Color color) {
        return new Color(
                Math.min(255, color.getRed() + SHEEN),
                Math.min(255, color.getGreen() + SHEEN),
                Math.min(255, color.getBlue() + SHEEN),
                color.getAlpha());
    }
}
