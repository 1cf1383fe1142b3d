package com.sothebais.render.java2d.internal;

import com.sothebais.api.stream.Bitmap;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A transparent sheet to draw one bitmap on with the best quality Java2D has. */
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
    Bitmap bitmap() {
        graphics.dispose();
        return Bitmap.trimmed(
                ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData(), sheet.getWidth(), sheet.getHeight());
    }

    /** What was drawn, with its transparent margins. The easel is not to be used afterwards. */
    Bitmap wholeSheet() {
        Bitmap visible = bitmap();
        int[] pixels = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
        return new Bitmap(
                0, 0, sheet.getWidth(), sheet.getHeight(), pixels, visible.pixels() == pixels && visible.opaque());
    }
}
