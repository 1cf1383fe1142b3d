package com.sothebais.render.java2d.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A transparent sheet to draw one sprite on with the best quality Java2D has. */
final class Easel {
    private final BufferedImage sheet;
    private final Graphics2D graphics;

    Easel(int width, int height) {
        sheet = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = sheet.createGraphics();
        prepare(graphics);
    }

    static void prepare(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** What was drawn, cut to its visible part. The easel is not to be used afterwards. */
    Sprite sprite() {
        graphics.dispose();
        return trimmed(
                ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData(), sheet.getWidth(), sheet.getHeight());
    }

    /** What was drawn, with its transparent margins. The easel is not to be used afterwards. */
    Sprite wholeSheet() {
        Sprite visible = sprite();
        int[] pixels = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
        return new Sprite(
                0, 0, sheet.getWidth(), sheet.getHeight(), pixels, visible.pixels() == pixels && visible.opaque());
    }

    static Sprite trimmed(int[] pixels, int width, int height) {
        int left = width;
        int top = height;
        int right = -1;
        int bottom = -1;
        boolean opaque = true;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = pixels[y * width + x] >>> 24;
                if (alpha != 0) {
                    pixels[y * width + x] = sound(pixels[y * width + x], alpha);
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
                opaque &= alpha == 255;
            }
        }
        if (right < 0) {
            return Sprite.NOTHING;
        }
        int across = right - left + 1;
        int down = bottom - top + 1;
        if (across == width && down == height) {
            return new Sprite(0, 0, width, height, pixels, opaque);
        }
        int[] cut = new int[across * down];
        for (int row = 0; row < down; row++) {
            System.arraycopy(pixels, (top + row) * width + left, cut, row * across, across);
        }
        return new Sprite(left, top, across, down, cut, false);
    }

    /** Filters round; a colour above its alpha would carry into its neighbour when it is laid over something. */
    private static int sound(int pixel, int alpha) {
        int red = Math.min(alpha, pixel >>> 16 & 0xFF);
        int green = Math.min(alpha, pixel >>> 8 & 0xFF);
        int blue = Math.min(alpha, pixel & 0xFF);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
