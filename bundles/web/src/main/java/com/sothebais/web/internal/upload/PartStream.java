package com.sothebais.web.internal.upload;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream up to a delimiter and then goes on behind it, through one small buffer. One thread. */
final class PartStream extends InputStream {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private boolean ended;

    /** @param delimiter up to 200 characters of ASCII */
    PartStream(InputStream in, String delimiter) {
        this.in = in;
        this.delimiter = delimiter.getBytes(StandardCharsets.US_ASCII);
    }

    /** Behind the delimiter that was reached. */
    void next() {
        ended = false;
        from += delimiter.length;
    }

    /** One line without its end, at most so many bytes. */
    String line(int maxBytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() <= maxBytes) {
            if (from == to) {
                fill();
            }
            byte one = buffer[from++];
            if (one == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(one);
        }
        throw new IOException("a line of the multipart body is longer than " + maxBytes + " bytes");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!ended) {
            int at = find();
            int safe = at < 0 ? to - from - (delimiter.length - 1) : at - from;
            if (safe > 0) {
                int some = Math.min(length, safe);
                System.arraycopy(buffer, from, into, offset, some);
                from += some;
                return some;
            }
            if (at >= 0) {
                ended = true;
            } else {
                fill();
            }
        }
        return -1;
    }

    private int find() {
        for (int at = from; at <= to - delimiter.length; at++) {
            if (buffer[at] == delimiter[0] && matches(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(int at) {
        for (int i = 1; i < delimiter.length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int count = in.read(buffer, to, buffer.length - to);
        if (count < 0) {
            throw new EOFException("the multipart body ends before its last boundary");
        }
        to += count;
    }
}
