package com.sothebais.api.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives facts to a subscriber once more: to the subscriber itself, on its own thread and between its other facts, or to its shadow,
 * which has no side effects. Thread-safe. Each start is recorded as {@link ReaderEvent.ReplayOrdered}.
 */
@ProviderType
public interface Replays {
    /** Most replays that run or wait at once. */
    int RUNNING_MAX = 4;

    /** Most replays that are remembered. */
    int KEPT_MAX = 100;

    /** Which facts. */
    sealed interface Selection {
        /** One fact. */
        record One(EventId id) implements Selection {}

        /** Positions from and to, both included. */
        record Positions(long from, long to) implements Selection {
            public Positions {
                if (from < 1 || to < from) {
                    throw new IllegalArgumentException("expected 1 <= from <= to, got " + from + " and " + to);
                }
            }
        }

        /** Facts that happened from an instant on and before another. */
        record Times(Instant from, Instant until) implements Selection {
            public Times {
                if (!from.isBefore(until)) {
                    throw new IllegalArgumentException("expected from < until, got " + from + " and " + until);
                }
            }
        }
    }

    /** How far a replay is. */
    enum Status {
        RUNNING,
        DONE,
        /** A fact was not taken; the ones after it were not tried. */
        FAILED,
        STOPPED
    }

    /**
     * One replay.
     *
     * @param number counts from 1 since the start of the process
     * @param from first position, inclusive
     * @param to last position, inclusive
     * @param taken facts taken so far
     * @param trouble why it failed
     * @param result what the shadow says, once it is done
     */
    record Replay(
            long number,
            String subscriber,
            boolean shadow,
            long from,
            long to,
            long taken,
            Status status,
            Optional<String> trouble,
            Optional<String> result) {
        public Replay {
            Objects.requireNonNull(subscriber, "subscriber");
            Objects.requireNonNull(status, "status");
        }
    }

    /**
     * Starts a replay.
     *
     * @param shadow whether the subscriber's shadow takes the facts instead of itself
     * @throws IllegalArgumentException when there is no such subscriber or fact, when it is a view (its state would count the facts
     *     twice: use its shadow) or has no shadow, or when {@link #RUNNING_MAX} replays run already; says which
     */
    Replay start(String subscriber, Selection selection, boolean shadow, Decree decree);

    /** Newest first, at most {@link #KEPT_MAX}. */
    List<Replay> replays();

    /** Stops it after the fact at hand; false when it does not run. */
    boolean stop(long number);
}
