package com.sothebais.stream.transition;

import com.sothebais.api.stream.Size;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The panel of the stinger, drawn with nothing but the JDK; its letters are outlines, so that it needs no font. */
final class Brand {
    static final int NIGHT = 0xFF0A0C12;
    static final int GOLD = 0xFFD9B15F;
    static final int PLUM = 0xFF2A1F3B;

    private static final Color IVORY = new Color(0xF6F1E5);
    private static final Color EDGE = new Color(0x7D683D);
    private static final Color DEEP = new Color(0x0D0F17);
    private static final Color GLOW = new Color(0x33254A);
    private static final Color STRIPE = new Color(0x0BFFFFFF, true);
    private static final int HEIGHT = 720;
    private static final double LETTERS = 150;
    private static final int STRIPES_EVERY = 120;
    private static final int STRIPE_WIDTH = 44;

    private Brand() {}

    /** The whole panel, 0xFFRRGGBB. */
    static int[] panel(Size size) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            double scale = (double) size.height() / HEIGHT;
            graphics.scale(scale, scale);
            double width = size.width() / scale;
            ground(graphics, width);
            letters(graphics, width);
        } finally {
            graphics.dispose();
        }
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        return pixels;
    }

    private static void ground(Graphics2D graphics, double width) {
        graphics.setPaint(new GradientPaint(0, 0, DEEP, (float) width, HEIGHT, GLOW));
        graphics.fill(new Rectangle2D.Double(0, 0, width, HEIGHT));
        graphics.setColor(STRIPE);
        graphics.setStroke(new BasicStroke(STRIPE_WIDTH));
        for (int x = 0; x < width + HEIGHT / 4; x += STRIPES_EVERY) {
            graphics.draw(new Line2D.Double(x + 22, -22, x - HEIGHT / 4.0 - 22, HEIGHT + 66));
        }
    }

    private static void letters(Graphics2D graphics, double width) {
        Wordmark mark = Wordmark.bundled();
        Rectangle2D box = mark.bounds();
        double scale = LETTERS / box.getHeight();
        double left = (width - box.getWidth() * scale) / 2;
        double base = HEIGHT / 2.0 + LETTERS / 2 - 12;
        AffineTransform place = AffineTransform.getTranslateInstance(left, base);
        place.scale(scale, scale);
        place.translate(-box.getX(), -box.getMaxY());
        for (Wordmark.Letter letter : mark.letters()) {
            graphics.setColor(letter.gold() ? new Color(GOLD) : IVORY);
            graphics.fill(place.createTransformedShape(letter.outline()));
        }
        graphics.setColor(EDGE);
        graphics.fill(new Rectangle2D.Double(left, base + 44, box.getWidth() * scale, 2));
        graphics.setColor(new Color(GOLD));
        graphics.fill(new Rectangle2D.Double(width / 2 - 60, base + 43, 120, 4));
    }
}
