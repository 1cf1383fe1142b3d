package com.sothebais.stream.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes what the JDK can decode, the first frame of a moving picture, and refuses what would only fill the memory. */
final class PictureReader {
    /** A small file can claim any dimensions; this is what a camera makes, and no more. */
    private static final long PIXELS_MAX = 40_000_000;

    /** Pixels per edge that are kept; no element of a stream is larger. */
    private static final int EDGE_MAX = 3_000;

    private PictureReader() {}

    /** The content is not a picture we can show. The message says why. */
    static final class UnreadablePictureException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadablePictureException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The first frame, premultiplied. */
    static BufferedImage read(byte[] content) throws UnreadablePictureException {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UnreadablePictureException("this renderer reads PNG, JPEG, GIF and BMP only", null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return premultiplied(read(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new UnreadablePictureException("damaged: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // The JDK's readers throw whatever a damaged file leads them into, index errors included.
            throw new UnreadablePictureException("damaged: " + e, e);
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException, UnreadablePictureException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > PIXELS_MAX) {
            String actual = width + "x" + height;
            throw new UnreadablePictureException("expected at most " + PIXELS_MAX + " pixels, got " + actual, null);
        }
        int step = Math.max(1, Math.max(width, height) / EDGE_MAX);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage premultiplied(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }
}
