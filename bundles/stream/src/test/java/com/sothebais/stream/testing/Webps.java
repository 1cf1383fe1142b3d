package com.sothebais.stream.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Animated WebP for tests, RFC 9649, with frames of one colour. */
public final class Webps {
    /** A lossy picture of 16 by 16 pixels, nearly #3060c0. */
    private static final String LOSSY =
            "UklGRjIAAABXRUJQVlA4ICYAAACQAQCdASoQABAABABoJaACdLoAA5gA/uX6P0fmXJ0B/NfEC3AAAA==";

    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    /** One on a canvas. */
    public Webps(int width, int height) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        put(head, 4, 0x12);
        put(head, 3, width - 1);
        put(head, 3, height - 1);
        chunk(chunks, "VP8X", head.toByteArray());
        chunk(chunks, "ANIM", new byte[6]);
    }

    /** How a frame is laid down, as the format counts: 1 clears its place behind it, 2 replaces what is below. */
    public Webps frame(int x, int y, int edge, int color, int millis, int flags) {
        return frame(x, y, edge, millis, flags, solid(edge, color));
    }

    public Webps frame(int x, int y, int edge, int millis, int flags, byte[] picture) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        put(frame, 3, x / 2);
        put(frame, 3, y / 2);
        put(frame, 3, edge - 1);
        put(frame, 3, edge - 1);
        put(frame, 3, millis);
        put(frame, 1, flags);
        frame.writeBytes(picture);
        chunk(chunks, "ANMF", frame.toByteArray());
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        put(file, 4, chunks.size() + 4);
        file.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(chunks.toByteArray());
        return file.toByteArray();
    }

    /** The chunk of a lossless picture: every code of it has one symbol, so that its pixels take no bits. */
    public static byte[] solid(int edge, int color) {
        Bits bits = new Bits();
        bits.put(8, 0x2F);
        bits.put(14, edge - 1);
        bits.put(14, edge - 1);
        bits.put(1, 1);
        bits.put(3, 0);
        // No transforms, no cache of colours, one group of codes.
        bits.put(3, 0);
        for (int shift : new int[] {8, 16, 0, 24}) {
            bits.put(3, 0b101);
            bits.put(8, color >>> shift & 0xFF);
        }
        bits.put(3, 0b101);
        bits.put(8, 0);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk(chunk, "VP8L", bits.bytes());
        return chunk.toByteArray();
    }

    /** The chunk of a lossy picture, 16 pixels an edge. */
    public static byte[] lossy() {
        byte[] file = Base64.getDecoder().decode(LOSSY);
        byte[] chunk = new byte[file.length - 12];
        System.arraycopy(file, 12, chunk, 0, chunk.length);
        return chunk;
    }

    private static void chunk(ByteArrayOutputStream out, String kind, byte[] content) {
        out.writeBytes(kind.getBytes(StandardCharsets.US_ASCII));
        put(out, 4, content.length);
        out.writeBytes(content);
        put(out, content.length & 1, 0);
    }

    private static void put(ByteArrayOutputStream out, int bytes, int value) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> 8 * i);
        }
    }

    private static final class Bits {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int last;
        private int used;

        void put(int count, int value) {
            for (int i = 0; i < count; i++) {
                last |= (value >> i & 1) << used++;
                if (used == 8) {
                    bytes.write(last);
                    last = 0;
                    used = 0;
                }
            }
        }

        byte[] bytes() {
            if (used > 0) {
                bytes.write(last);
                used = 0;
            }
            return bytes.toByteArray();
        }
    }
}
