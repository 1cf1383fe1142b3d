package com.sothebais.stream.rig;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A layer of pixels. It is kept packed, because each is drawn once for each size. Thread-safe. */
final class PngDrawing implements Drawings.Drawing {
    /** Longest edge, pixels. */
    static final int EDGE_MAX = 4_096;

    /** Pixels of one layer: 16 MB when it is unpacked. */
    static final int PIXELS_MAX = 4 << 20;

    private final byte[] packed;

    private PngDrawing(byte[] packed) {
        this.packed = packed;
    }

    /** @throws IOException when it is no PNG, or one that is too large */
    static PngDrawing read(byte[] packed) throws IOException {
        unpack(packed);
        return new PngDrawing(packed);
    }

    private static BufferedImage unpack(byte[] packed) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(packed))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > EDGE_MAX || height > EDGE_MAX || (long) width * height > PIXELS_MAX) {
                throw new IOException("it has " + width + " x " + height + " pixels; at most " + PIXELS_MAX
                        + " with edges of " + EDGE_MAX + " are read; export it smaller");
            }
            BufferedImage image = reader.read(0);
            BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D pen = plain.createGraphics();
            pen.drawImage(image, 0, 0, null);
            pen.dispose();
            return plain;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IOException("it is damaged: " + e, e);
        } finally {
            reader.dispose();
        }
    }

    @Override
    public void paint(Graphics2D pen, double width, double height, double frame) {
        BufferedImage image;
        try {
            image = unpack(packed);
        } catch (IOException e) {
            throw new IllegalStateException("a picture that was read before cannot be read", e);
        }
        AffineTransform now = pen.getTransform();
        double across = Math.hypot(now.getScaleX(), now.getShearY()) * width;
        double down = Math.hypot(now.getScaleY(), now.getShearX()) * height;
        // Interpolation looks at four pixels only; halving first keeps the rest from being left out.
        while (image.getWidth() >= 2 * across && image.getHeight() >= 2 * down && image.getWidth() > 1) {
            image = halved(image);
        }
        double fit = Math.min(width / image.getWidth(), height / image.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(
                (width - fit * image.getWidth()) / 2, (height - fit * image.getHeight()) / 2);
        place.scale(fit, fit);
        Graphics2D own = (Graphics2D) pen.create();
        own.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        own.drawImage(image, place, null);
        own.dispose();
    }

    private static BufferedImage halved(BufferedImage image) {
        int width = Math.max(1, image.getWidth() / 2);
        int height = Math.max(1, image.getHeight() / 2);
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = half.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return half;
    }
}
