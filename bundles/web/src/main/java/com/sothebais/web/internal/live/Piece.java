package com.sothebais.web.internal.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is written to a client at once: the messages of one round, joined so that each client costs one write. Everyone shares the
 * bytes. Immutable.
 *
 * @param frames in log order; none in a heartbeat
 * @param events the same as one block of server-sent events; not to be changed
 */
record Piece(List<Frame> frames, byte[] events) {

    /** Keeps connections open and finds dead ones: a comment, or a ping on a WebSocket. */
    static final Piece HEARTBEAT = new Piece(List.of(), ": beat\n\n".getBytes(StandardCharsets.UTF_8));

    Piece {
        frames = List.copyOf(frames);
    }

    static Piece of(List<Frame> frames) {
        ByteBuffer joined = ByteBuffer.allocate(
                frames.stream().mapToInt(frame -> frame.event().length).sum());
        frames.forEach(frame -> joined.put(frame.event()));
        return new Piece(frames, joined.array());
    }

    /** Position of the last message. */
    long last() {
        return frames.get(frames.size() - 1).position();
    }

    /** The messages behind a position; there must be one. */
    Piece behind(long position) {
        List<Frame> rest =
                frames.stream().filter(frame -> frame.position() > position).toList();
        return rest.size() == frames.size() ? this : of(rest);
    }

    /** A view of the bytes that the reader may move in. */
    ByteBuffer eventBytes() {
        return ByteBuffer.wrap(events);
    }
}
