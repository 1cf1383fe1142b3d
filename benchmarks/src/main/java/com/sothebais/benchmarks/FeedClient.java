package com.sothebais.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One client of the event stream: takes chunks and lines apart as they arrive, and keeps only an unfinished line. */
final class FeedClient {
    private static final byte[] ID = "id: ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SHOW = "event: show".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.UTF_8);

    private final SocketChannel channel;
    private byte[] line = new byte[0];
    private int length;
    private int chunkLeft;
    private boolean inBody;
    private boolean answered;
    private long id;
    private boolean show;

    /** What a client tells of each message. */
    interface Listener {
        void message(FeedClient client, boolean snapshot, long id, ByteBuffer data);
    }

    /** Position of the last message; 0 before the first. */
    long last;

    /** Whether that was a snapshot: its position may be that of a fact that nobody is told. */
    boolean lastWasSnapshot;

    FeedClient(SocketChannel channel) {
        this.channel = channel;
    }

    SocketChannel channel() {
        return channel;
    }

    void take(ByteBuffer bytes, Listener listener) throws IOException {
        while (bytes.hasRemaining()) {
            if (chunkLeft == 0) {
                if (line(bytes, bytes.remaining())) {
                    head();
                    length = 0;
                }
            } else {
                int before = bytes.position();
                boolean whole = line(bytes, chunkLeft);
                chunkLeft -= bytes.position() - before;
                if (whole) {
                    event(listener);
                    length = 0;
                }
            }
        }
    }

    /** Moves bytes to the line until it is whole. */
    private boolean line(ByteBuffer bytes, int most) {
        int from = bytes.position();
        int end = from + Math.min(most, bytes.remaining());
        int at = from;
        while (at < end && bytes.get(at) != '\n') {
            at++;
        }
        boolean whole = at < end;
        int count = at - from;
        if (line.length < length + count) {
            line = Arrays.copyOf(line, Math.max(256, (length + count) * 3 / 2));
        }
        bytes.get(line, length, count);
        length += count;
        if (whole) {
            bytes.get();
        }
        return whole;
    }

    /** A line of the answer's head, or the size of a chunk. */
    private void head() throws IOException {
        if (!answered) {
            if (!starts(OK)) {
                throw new IOException("the server answered: " + text(0));
            }
            answered = true;
        } else if (!inBody) {
            inBody = length <= 1;
        } else if (length > 1) {
            chunkLeft = Integer.parseInt(text(0), 16);
            if (chunkLeft == 0) {
                throw new IOException("the server ended the feed");
            }
        }
    }

    private void event(Listener listener) {
        if (starts(ID)) {
            id = Long.parseLong(text(ID.length));
        } else if (starts(SHOW)) {
            show = true;
        } else if (starts(DATA) && id > 0) {
            listener.message(this, show, id, ByteBuffer.wrap(line, DATA.length, length - DATA.length));
            last = id;
            lastWasSnapshot = show;
        } else if (length == 0) {
            id = 0;
            show = false;
            if (line.length > 4_096) {
                line = new byte[0];
            }
        }
    }

    private boolean starts(byte[] text) {
        return length >= text.length && Arrays.equals(line, 0, text.length, text, 0, text.length);
    }

    private String text(int from) {
        return new String(line, from, length - from, StandardCharsets.UTF_8).strip();
    }
}
