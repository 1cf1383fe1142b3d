package com.sothebais.asset.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Small real files of each kind, and what can be made of them. */
public final class Samples {
    private static final String WEBP_LOSSLESS = "UklGRhwAAABXRUJQVlA4TA8AAAAvD8ACAAcQ9Y/+ByKi/wEA";
    private static final String WEBP_LOSSY =
            "UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoQAAwAAgA0JaACdLoB+AADsAD+8Oj3/yC5YXXI1/8gP+QH/ID/+PIAAAA=";

    private Samples() {}

    public static byte[] svg(String inside) {
        return text("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " viewBox=\"0 0 40 30\">" + inside + "</svg>");
    }

    public static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    public static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height);
    }

    public static byte[] gif(int width, int height) {
        return image("gif", width, height);
    }

    /** Red, 16 by 12 pixels. */
    public static byte[] webp(boolean lossless) {
        return Base64.getDecoder().decode(lossless ? WEBP_LOSSLESS : WEBP_LOSSY);
    }

    /** A film of one track that is shown at 64 by 48 pixels. */
    public static byte[] mp4() {
        byte[] tkhd = new byte[84];
        ByteBuffer.wrap(tkhd).putInt(76, 64 << 16).putInt(80, 48 << 16);
        byte[] hdlr = new byte[25];
        System.arraycopy(text("vide"), 0, hdlr, 8, 4);
        byte[] track = box("trak", box("tkhd", tkhd), box("mdia", box("hdlr", hdlr)));
        return joined(
                box("ftyp", text("isom"), new byte[4], text("isomavc1")),
                box("moov", box("mvhd", new byte[100]), track),
                box("mdat", new byte[64]));
    }

    /** A PNG whose header claims any size, with its checksums right and almost no pixels. */
    public static byte[] pngClaiming(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2)
                .array();
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[64]);
        deflater.finish();
        byte[] pixels = new byte[100];
        int count = deflater.deflate(pixels);
        deflater.end();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header),
                chunk("IDAT", Arrays.copyOf(pixels, count)),
                chunk("IEND"));
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] box(String kind, byte[]... parts) {
        byte[] content = joined(parts);
        byte[] size = ByteBuffer.allocate(4).putInt(8 + content.length).array();
        return joined(size, text(kind), content);
    }

    private static byte[] chunk(String kind, byte... content) {
        CRC32 crc = new CRC32();
        crc.update(text(kind));
        crc.update(content);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                text(kind),
                content,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLUE);
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
