package com.sothebais.render.java2d.internal;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Code;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Backgrounds, panels, bars, and what stands where a picture is missing. */
final class Shapes {
    /** Thresholds of an ordered dither: without it dark gradients show bands once they are encoded. */
    private static final int[] BAYER = {
        0, 32, 8, 40, 2, 34, 10, 42, 48, 16, 56, 24, 50, 18, 58, 26, 12, 44, 4, 36, 14, 46, 6, 38, 60, 28, 52, 20, 62,
                30, 54, 22,
        3, 35, 11, 43, 1, 33, 9, 41, 51, 19, 59, 27, 49, 17, 57, 25, 15, 47, 7, 39, 13, 45, 5, 37, 63, 31, 55, 23, 61,
                29, 53, 21
    };

    private static final int SHEEN = 14;
    private static final Color FRAME = new Color(0x8FA3B8);

    private Shapes() {}

    static Bitmap gradient(Gradient content, int width, int height) {
        int[] pixels = new int[width * height];
        float[] from = premultiplied(content.from());
        float[] to = premultiplied(content.to());
        // Along the diagonal: 0 in the upper left corner, 1 in the lower right one.
        double length = (double) width * width + (double) height * height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float share = (float) (((x + 0.5) * width + (y + 0.5) * height) / length);
                float threshold = (BAYER[(y & 7) << 3 | x & 7] + 0.5f) / 64;
                int pixel = 0;
                for (int channel = 0; channel < 4; channel++) {
                    float value = from[channel] + (to[channel] - from[channel]) * share;
                    pixel = pixel << 8 | Math.min(255, (int) (value + threshold));
                }
                pixels[y * width + x] = pixel;
            }
        }
        return Bitmap.trimmed(pixels, width, height);
    }

    private static float[] premultiplied(int color) {
        float alpha = color >>> 24;
        float share = alpha / 255;
        return new float[] {alpha, (color >> 16 & 0xFF) * share, (color >> 8 & 0xFF) * share, (color & 0xFF) * share};
    }

    static Bitmap panel(Panel content, int width, int height) {
        Easel easel = new Easel(width, height);
        Graphics2D graphics = easel.graphics();
        double diameter = 2.0 * content.cornerRadius();
        Color fill = new Color(content.fill(), true);
        // A little light from above keeps a panel from looking like a hole in the picture.
        graphics.setPaint(new GradientPaint(0, 0, lighter(fill, SHEEN), 0, Math.max(1, height * 0.6f), fill));
        graphics.fill(new RoundRectangle2D.Double(0, 0, width, height, diameter, diameter));
        Color border = new Color(content.border(), true);
        if (border.getAlpha() > 0) {
            double line = Math.max(1, Math.round(Math.min(width, height) / 260.0 + 0.6));
            double inner = Math.max(0, diameter - line);
            graphics.setColor(border);
            graphics.setStroke(new BasicStroke((float) line));
            graphics.draw(new RoundRectangle2D.Double(line / 2, line / 2, width - line, height - line, inner, inner));
        }
        return easel.bitmap();
    }

    static Bitmap bar(Bar content, int width, int height) {
        Easel easel = new Easel(width, height);
        Graphics2D graphics = easel.graphics();
        RoundRectangle2D track = new RoundRectangle2D.Double(0, 0, width, height, height, height);
        graphics.setColor(new Color(content.background(), true));
        graphics.fill(track);
        double filled = width * Math.max(0, Math.min(1_000, content.permille())) / 1_000.0;
        if (filled > 0) {
            Color color = new Color(content.color(), true);
            graphics.setPaint(new GradientPaint(0, 0, lighter(color, 3 * SHEEN), 0, Math.max(1, height), color));
            // Never narrower than its own round end, or a short time left would look like none.
            double shown = Math.min(width, Math.max(filled, height));
            graphics.fill(new RoundRectangle2D.Double(0, 0, shown, height, height, height));
        }
        return easel.bitmap();
    }

    /** Whole pixels and no rounding: a blurred edge is what a reader stumbles over. Nothing when there is no room for it. */
    static Bitmap code(Code content, int width, int height) {
        int modules = content.edge() + 2 * Code.QUIET;
        int module = Math.min(width, height) / modules;
        if (module == 0) {
            return Bitmap.NOTHING;
        }
        int edge = module * modules;
        int[] pixels = new int[edge * edge];
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                int column = x / module - Code.QUIET;
                int row = y / module - Code.QUIET;
                boolean ground = Math.min(column, row) < 0 || Math.max(column, row) >= content.edge();
                pixels[y * edge + x] = ground || !content.isDark(column, row) ? content.light() : content.dark();
            }
        }
        return new Bitmap((width - edge) / 2, (height - edge) / 2, edge, edge, pixels, true);
    }

    /** A quiet frame with a landscape in it: a picture belongs here and is not there. */
    static Bitmap placeholder(int width, int height, int cornerRadius) {
        Easel easel = new Easel(width, height);
        Graphics2D graphics = easel.graphics();
        double diameter = 2.0 * cornerRadius;
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x243042), width, height, new Color(0x161D29)));
        graphics.fill(new RoundRectangle2D.Double(0, 0, width, height, diameter, diameter));
        double unit = Math.min(width, height) / 10.0;
        graphics.translate(width / 2.0, height / 2.0);
        graphics.setColor(FRAME);
        graphics.setStroke(new BasicStroke((float) Math.max(1, unit / 5)));
        graphics.draw(new RoundRectangle2D.Double(-2 * unit, -1.6 * unit, 4 * unit, 3.2 * unit, unit / 2, unit / 2));
        graphics.fill(new Ellipse2D.Double(-1.3 * unit, -1.1 * unit, 0.8 * unit, 0.8 * unit));
        Path2D hills = new Path2D.Double();
        hills.moveTo(-1.6 * unit, 1.2 * unit);
        hills.lineTo(-0.5 * unit, -0.1 * unit);
        hills.lineTo(0.2 * unit, 0.6 * unit);
        hills.lineTo(0.8 * unit, 0);
        hills.lineTo(1.6 * unit, 1.2 * unit);
        hills.closePath();
        graphics.fill(hills);
        return easel.bitmap();
    }

    private static Color lighter(Color color, int by) {
        return new Color(
                Math.min(255, color.getRed() + by),
                Math.min(255, color.getGreen() + by),
                Math.min(255, color.getBlue() + by),
                color.getAlpha());
    }
}
