package com.sothebais.asset.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Where the body of an answer ends: by its length, in chunks, or with the connection; a body that ends sooner is an error. */
final class Framing {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK = Pattern.compile("[0-9a-fA-F]{1,8}[ \\t]*(;.*)?", Pattern.UNIX_LINES);

    /** Longest line before a chunk, and all lines behind the last one. */
    private static final int CHUNK_LINE_MAX = 4_096;

    private Framing() {}

    /** Empty when the answer does not tell. */
    static OptionalLong length(Head head) throws IOException {
        String length = head.field("content-length").orElse("");
        if (length.isEmpty() || head.field("transfer-encoding").isPresent()) {
            return OptionalLong.empty();
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new IOException("its answer has a length that is none");
        }
        return OptionalLong.of(Long.parseLong(length));
    }

    /** The body as it was before it was sent. Nothing packed is asked for, but some send it. */
    static InputStream body(Head head, InputStream in) throws IOException {
        String packed = head.field("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
        InputStream framed = framed(head, in);
        return switch (packed) {
            case "identity" -> framed;
            case "gzip", "x-gzip" -> new GZIPInputStream(framed);
            default -> throw new IOException("its answer is packed as '" + packed + "', which nobody asked for");
        };
    }

    private static InputStream framed(Head head, InputStream in) throws IOException {
        String coding = head.field("transfer-encoding").orElse("");
        if (!coding.isEmpty()) {
            if (!coding.equalsIgnoreCase("chunked")) {
                throw new IOException("its answer is sent as '" + coding + "', which nobody asked for");
            }
            return new Chunked(in);
        }
        OptionalLong length = length(head);
        return length.isPresent() ? new Measured(in, length.getAsLong()) : in;
    }

    /** So many bytes and no fewer. */
    private static final class Measured extends Part {
        Measured(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        boolean next() {
            return false;
        }
    }

    private static final class Chunked extends Part {
        private boolean first = true;
        private boolean over;

        Chunked(InputStream in) {
            super(in);
        }

        @Override
        boolean next() throws IOException {
            if (over) {
                return false;
            }
            int[] room = {CHUNK_LINE_MAX};
            if (!first && !Head.line(in, room).isEmpty()) {
                throw new IOException("a chunk of its answer is longer than it says");
            }
            first = false;
            String size = Head.line(in, room);
            if (!CHUNK.matcher(size).matches()) {
                throw new IOException("a chunk of its answer has no length");
            }
            left = Long.parseLong(size.split("[; \\t]", 2)[0], 16);
            over = left == 0;
            if (over) {
                skipFields(room);
            }
            return !over;
        }

        /** What follows the last chunk tells nothing that is needed. */
        private void skipFields(int[] room) throws IOException {
            String line = Head.line(in, room);
            while (!line.isEmpty()) {
                line = Head.line(in, room);
            }
        }
    }

    /** Reads what is left of a part, then asks for the next one. */
    private abstract static class Part extends InputStream {
        final InputStream in;
        long left;

        Part(InputStream in) {
            this.in = in;
        }

        /** Whether there is another part; then {@code left} is its length, at least 1. */
        abstract boolean next() throws IOException;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0 && !next()) {
                return -1;
            }
            int count = in.read(bytes, from, (int) Math.min(left, length));
            if (count < 0) {
                throw new EOFException("it broke off before its answer was whole");
            }
            left -= count;
            return count;
        }
    }
}
