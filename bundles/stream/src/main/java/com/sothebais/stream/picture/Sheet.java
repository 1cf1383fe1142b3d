package com.sothebais.stream.picture;

import com.sothebais.api.stream.Bitmap;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A transparent sheet to draw one bitmap on with the best quality Java2D has. */
public final class Sheet {
    private final BufferedImage image;
    private final Graphics2D graphics;

    /** @param width at least one pixel is made of it, and of the height */
    public Sheet(int width, int height) {
        image = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    public Graphics2D graphics() {
        return graphics;
    }

    /** What was drawn, cut to its visible part. The sheet is not to be used afterwards. */
    public Bitmap bitmap() {
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return Bitmap.trimmed(pixels, image.getWidth(), image.getHeight());
    }
}
