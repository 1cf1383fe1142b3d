package com.sothebais.stream.picture;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Tiles of patterns without gaps. The library draws a tile into a picture of whole pixels, rounded up, so that the last ones are
 * half clear or more and show as lines between the tiles; here they are cut off.
 */
final class Seamless {
    /** A part of a pixel that is nothing but what rounding left. */
    private static final double NOTHING = 0.01;

    private Seamless() {}

    /** @param transform from units of the tile's place to pixels, not turned */
    static Paint of(Paint paint, AffineTransform transform) {
        if (!(paint instanceof TexturePaint tiles) || transform.getShearX() != 0 || transform.getShearY() != 0) {
            return paint;
        }
        BufferedImage tile = tiles.getImage();
        Rectangle2D place =
                transform.createTransformedShape(tiles.getAnchorRect()).getBounds2D();
        int left = lost(place.getMinX());
        int top = lost(place.getMinY());
        int width = whole(place.getMinX(), place.getMaxX());
        int height = whole(place.getMinY(), place.getMaxY());
        boolean cuts = width < tile.getWidth() || height < tile.getHeight();
        if (!cuts || width < 1 || height < 1 || left + width > tile.getWidth() || top + height > tile.getHeight()) {
            return paint;
        }
        BufferedImage cut = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = cut.createGraphics();
        pen.drawImage(tile, -left, -top, null);
        pen.dispose();
        return new TexturePaint(cut, tiles.getAnchorRect());
    }

    /** Pixels at the beginning of the picture that the tile covers in part. */
    private static int lost(double from) {
        return (int) (first(from) - Math.floor(from));
    }

    private static int whole(double from, double to) {
        return (int) (Math.floor(to + NOTHING) - first(from));
    }

    private static double first(double from) {
        return Math.ceil(from - NOTHING);
    }
}
