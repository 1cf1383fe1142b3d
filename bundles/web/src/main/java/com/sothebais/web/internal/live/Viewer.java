package com.sothebais.web.internal.live;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One client's place in the chain. Its queue is the part of the chain behind its place, bounded by the {@link Backlog}: a client that
 * falls further behind loses what waits and continues with a fresh snapshot. {@link #next} is called by one thread at a time,
 * everything else by any.
 */
final class Viewer {
    private final LiveHub hub;
    private final OptionalLong last;
    private final Outlet outlet;
    private final AtomicBoolean dropped = new AtomicBoolean();
    private boolean placed;
    private LiveHub.Passing seen;
    private volatile Link place;

    /**
     * @param last position of the last message it has; empty for a newcomer
     * @param seen what passed before it came
     */
    Viewer(LiveHub hub, OptionalLong last, Outlet outlet, LiveHub.Passing seen) {
        this.hub = hub;
        this.last = last;
        this.outlet = outlet;
        this.seen = seen;
    }

    Outlet outlet() {
        return outlet;
    }

    /** The next piece to send, if one waits. */
    Optional<Piece> next() {
        if (!placed) {
            return firstPiece();
        }
        Link here = place;
        if (dropped.getAndSet(false) || here == null) {
            return dropToSnapshot();
        }
        Link next = here.next();
        if (next == null) {
            return passing();
        }
        if (next.isReset()) {
            return snapshot();
        }
        place = next;
        return Optional.of(next.piece());
    }

    /** Gives up what waits when it begins before the oldest link that is kept. */
    void dropIfBehind(long oldest) {
        Link here = place;
        if (here != null && here.number() < oldest - 1) {
            dropped.set(true);
            // What a stalled client does not need any more must not be kept alive by its place.
            place = null;
        }
    }

    private Optional<Piece> firstPiece() {
        if (hub.latest().isEmpty()) {
            return Optional.empty();
        }
        placed = true;
        Optional<LiveHub.Resumed> resumed = last.isPresent() ? hub.resume(last.getAsLong()) : Optional.empty();
        if (resumed.isEmpty()) {
            return snapshot();
        }
        place = resumed.get().place();
        return resumed.get().piece().or(this::next);
    }

    private Optional<Piece> dropToSnapshot() {
        hub.countDrop();
        return snapshot();
    }

    private Optional<Piece> snapshot() {
        Snapshot latest = hub.latest().orElseThrow();
        place = latest.end();
        return Optional.of(latest.piece());
    }

    private Optional<Piece> passing() {
        LiveHub.Passing newest = hub.passing();
        if (newest == seen) {
            return Optional.empty();
        }
        seen = newest;
        return Optional.of(newest.piece());
    }
}
