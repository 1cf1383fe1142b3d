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
    private final Line frame = new Line();
    private final Line line = new Line();
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
                if (frame.take(bytes, bytes.remaining())) {
                    head();
                    frame.clear();
                }
            } else {
                int before = bytes.position();
                boolean whole = line.take(bytes, chunkLeft);
                chunkLeft -= bytes.position() - before;
                if (whole) {
                    event(listener);
                    line.clear();
                }
            }
        }
    }

    /** A line of the answer's head, or the size of a chunk. */
    private void head() throws IOException {
        if (!answered) {
            if (!frame.starts(OK)) {
                throw new IOException("the server answered: " + frame.text(0));
            }
            answered = true;
        } else if (!inBody) {
            inBody = frame.length <= 1;
        } else if (frame.length > 1) {
            chunkLeft = Integer.parseInt(frame.text(0), 16);
            if (chunkLeft == 0) {
                throw new IOException("the server ended the feed");
            }
        }
    }

    private void event(Listener listener) {
        if (line.starts(ID)) {
            id = Long.parseLong(line.text(ID.length));
        } else if (line.starts(SHOW)) {
            show = true;
        } else if (line.starts(DATA) && id > 0) {
            ByteBuffer data = ByteBuffer.wrap(line.bytes, DATA.length, line.length - DATA.length);
            listener.message(this, show, id, data);
            last = id;
            lastWasSnapshot = show;
        } else if (line.length == 0) {
            id = 0;
            show = false;
        }
    }

    /** Collects the bytes of a line. A long line may go on in the next chunk, so that head and body have one each. */
    private static final class Line {
        private static final int KEPT_MAX = 4_096;
        private static final int FIRST_BYTES = 256;

        private byte[] bytes = new byte[0];
        private int length;

        /** Moves bytes to the line until it is whole. */
        private boolean take(ByteBuffer from, int most) {
            int begin = from.position();
            int end = begin + Math.min(most, from.remaining());
            int at = begin;
            while (at < end && from.get(at) != '\n') {
                at++;
            }
            boolean whole = at < end;
            int count = at - begin;
            if (bytes.length < length + count) {
                bytes = Arrays.copyOf(bytes, Math.max(FIRST_BYTES, (length + count) * 3 / 2));
            }
            from.get(bytes, length, count);
            length += count;
            if (whole) {
                from.get();
            }
            return whole;
        }

        private void clear() {
            length = 0;
            if (bytes.length > KEPT_MAX) {
                bytes = new byte[0];
            }
        }

        private boolean starts(byte[] text) {
            return length >= text.length && Arrays.equals(bytes, 0, text.length, text, 0, text.length);
        }

        private String text(int from) {
            return new String(bytes, from, length - from, StandardCharsets.UTF_8).strip();
        }
    }
}
