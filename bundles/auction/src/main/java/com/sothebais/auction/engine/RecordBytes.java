package com.sothebais.auction.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Writes a record, with everything in it, as bytes and reads it back. The form follows from the types alone and is named by a
 * fingerprint of them, so that a changed record never reads the bytes of an older one. Thread-safe.
 */
final class RecordBytes<T> {

    /** Changes when the way of writing does. */
    private static final String VERSION = "1";

    private final Shape root;
    private final String format;

    /** @param meaning of the values, which the types do not show */
    RecordBytes(Class<T> type, int meaning) {
        Shapes shapes = new Shapes();
        root = shapes.of(type);
        String text = shapes.text();
        format = VERSION + "/" + meaning + "/"
                + Archive.checksum(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    String format() {
        return format;
    }

    byte[] write(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new java.io.BufferedOutputStream(new DeflaterOutputStream(bytes, fast), 1 << 16))) {
            root.write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /** @throws RuntimeException when the bytes are not those of such a record */
    @SuppressWarnings("unchecked")
    T read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(
                new java.io.BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)), 1 << 16))) {
            return (T) root.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes end too early", e);
        }
    }
}
