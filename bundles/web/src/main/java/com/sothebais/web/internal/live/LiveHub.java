package com.sothebais.web.internal.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * The chain of rounds and everyone who follows it. One thread adds rounds and wakes the clients, which come and go on any; nothing is
 * written to a client while a lock is held.
 */
final class LiveHub {
    /** A client that takes no byte for this long although something waits is closed. */
    static final Duration STALL_MAX = Duration.ofSeconds(20);

    /** Messages in one write for a client that comes back after a restart. */
    private static final int RECENT_PIECE = 64;

    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final LongAdder drops = new LongAdder();
    private final Backlog backlog = new Backlog();
    private Link end = Link.first();
    private volatile Passing passing = new Passing(Piece.HEARTBEAT);
    private volatile Optional<Snapshot> latest = Optional.empty();

    /**
     * Where a client that comes back continues.
     *
     * @param place the chain goes on behind it
     * @param piece what it missed of that round; empty when it missed nothing
     */
    record Resumed(Link place, Optional<Piece> piece) {}

    /** What is of use only while it is the newest: vitals and heartbeats. Known by its identity. */
    static final class Passing {
        private final Piece piece;

        private Passing(Piece piece) {
            this.piece = piece;
        }

        Piece piece() {
            return piece;
        }
    }

    /**
     * Lets a client in; it is not woken yet. It gets what it missed as far as that is known, else the newest state, then everything
     * new.
     *
     * @param last position of the last message it has; empty for a newcomer
     */
    Viewer join(OptionalLong last, Outlet outlet) {
        Viewer viewer = new Viewer(this, last, outlet, passing);
        viewers.add(viewer);
        return viewer;
    }

    void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    int viewers() {
        return viewers.size();
    }

    /** Empty until the log was read for the first time. */
    Optional<Snapshot> latest() {
        return latest;
    }

    Passing passing() {
        return passing;
    }

    /** Where to continue behind a position; empty when messages behind it are gone, or when the log has not come so far. */
    synchronized Optional<Resumed> resume(long last) {
        if (!backlog.covers(last) || last > latest.orElseThrow().position()) {
            return Optional.empty();
        }
        return Optional.of(backlog.firstBehind(last)
                .map(link -> new Resumed(link, Optional.of(link.piece().behind(last))))
                .orElseGet(() -> new Resumed(end, Optional.empty())));
    }

    /** Slow clients that were dropped to a snapshot since the start. */
    long drops() {
        return drops.sum();
    }

    void countDrop() {
        drops.increment();
    }

    /**
     * Adds a round of facts.
     *
     * @param frames what clients get to know of them, in log order
     * @param position of the last of the facts
     * @param snapshot the state behind them
     */
    synchronized void publish(List<Frame> frames, long position, Supplier<Frame> snapshot) {
        if (!frames.isEmpty()) {
            Link link = end.facts(Piece.of(frames));
            backlog.add(link);
            end.append(link);
            end = link;
        }
        latest = Optional.of(new Snapshot(end, position, snapshot));
    }

    /**
     * Starts anew: everyone continues with a snapshot, except who comes back later and missed only some of {@code recent}.
     *
     * @param floor position behind which {@code recent} is complete
     * @param recent messages that are part of the snapshot already, in log order
     * @param position of the last fact
     * @param snapshot the state behind it
     */
    synchronized void restart(long floor, List<Frame> recent, long position, Supplier<Frame> snapshot) {
        backlog.clear(floor);
        Link reset = end.reset();
        Link last = reset;
        for (List<Frame> some : split(recent)) {
            Link link = last.facts(Piece.of(some));
            backlog.add(link);
            last.append(link);
            last = link;
        }
        // Whoever meets the reset must find the new state.
        latest = Optional.of(new Snapshot(last, position, snapshot));
        end.append(reset);
        end = last;
    }

    /** Replaces what is of use only now. */
    void pass(Piece piece) {
        passing = new Passing(piece);
    }

    /** Makes everyone send what waits; whoever is too far behind will continue with a snapshot. */
    void wakeAll() {
        long oldest = oldest();
        // Most of a round is the system's work for each socket: other processors share it.
        viewers.parallelStream().forEach(viewer -> {
            viewer.dropIfBehind(oldest);
            viewer.outlet().wake();
        });
    }

    /** Closes clients that do not read at all. */
    void closeStalled() {
        viewers.stream()
                .map(Viewer::outlet)
                .filter(it -> it.stalledFor(STALL_MAX))
                .forEach(Outlet::cutOff);
    }

    void closeAll() {
        viewers.forEach(viewer -> viewer.outlet().close());
    }

    private synchronized long oldest() {
        return backlog.oldest().orElse(0L);
    }

    private static List<List<Frame>> split(List<Frame> frames) {
        List<List<Frame>> parts = new ArrayList<>();
        for (int from = 0; from < frames.size(); from += RECENT_PIECE) {
            parts.add(frames.subList(from, Math.min(frames.size(), from + RECENT_PIECE)));
        }
        return parts;
    }
}
