package com.sothebais.web.internal.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The whole state at the end of the chain; encoded when a client needs it, for all who need it then. Thread-safe. */
final class Snapshot {
    /** It tells the time of the server, so it is encoded again when it is older. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Link end;
    private final long position;
    private final Supplier<Frame> encoding;
    private Optional<Piece> piece = Optional.empty();
    private long encodedAt;

    /**
     * @param end whoever has the snapshot continues behind this link
     * @param position of the last fact in it
     */
    Snapshot(Link end, long position, Supplier<Frame> encoding) {
        this.end = end;
        this.position = position;
        this.encoding = encoding;
    }

    Link end() {
        return end;
    }

    long position() {
        return position;
    }

    synchronized Piece piece() {
        long now = System.nanoTime();
        if (piece.isEmpty() || now - encodedAt > FRESH_NANOS) {
            piece = Optional.of(Piece.of(List.of(encoding.get())));
            encodedAt = now;
        }
        return piece.get();
    }
}
