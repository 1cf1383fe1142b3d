package com.sothebais.asset.picture;

import com.sothebais.asset.check.Checked;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Reads pictures no larger than they are wanted: most pixels of a large one are never in memory. */
final class Decoder {
    private Decoder() {}

    /**
     * The first picture of a file, as small as reading in steps makes it and at least as large as wanted, if it is as large.
     *
     * @param mediaType a kind of pixels, as it was checked
     * @throws IOException when it cannot be decoded to its end
     */
    static BufferedImage read(Path file, String mediaType, int edgePixels) throws IOException {
        ImageReader reader = reader(mediaType);
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * edgePixels));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } catch (RuntimeException e) {
            // The readers throw whatever a damaged file leads them into, index errors included.
            throw new IOException(e.toString(), e);
        } finally {
            reader.dispose();
        }
    }

    /** The picture within a square, never larger than it is. */
    static BufferedImage fitted(BufferedImage image, int edgePixels) {
        double scale = (double) edgePixels / Math.max(image.getWidth(), image.getHeight());
        BufferedImage current = image;
        // Halved as often as possible, since one bilinear step skips pixels when it shrinks by more than two.
        while (scale < 0.5 && current.getWidth() > 1 && current.getHeight() > 1) {
            current = resized(current, current.getWidth() / 2, current.getHeight() / 2);
            scale = (double) edgePixels / Math.max(current.getWidth(), current.getHeight());
        }
        return scale >= 1
                ? resized(current, current.getWidth(), current.getHeight())
                : resized(current, (int) Math.round(current.getWidth() * scale), (int)
                        Math.round(current.getHeight() * scale));
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage result = new BufferedImage(Math.max(1, width), Math.max(1, height), type);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, result.getWidth(), result.getHeight(), null);
        graphics.dispose();
        return result;
    }

    private static ImageReader reader(String mediaType) throws IOException {
        return switch (mediaType) {
            case Checked.PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case Checked.JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case Checked.GIF -> ImageIO.getImageReadersByFormatName("gif").next();
            // Made by hand: inside a bundle the library is not found by itself.
            case Checked.WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            default -> throw new IOException("no pixels in " + mediaType);
        };
    }
}
