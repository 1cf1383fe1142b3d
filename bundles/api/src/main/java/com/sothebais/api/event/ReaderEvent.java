package com.sothebais.api.event;

import java.util.Optional;

/** What admins did to the readers of the log. Stream: {@code reader/<subscriber>}. */
public sealed interface ReaderEvent extends Event {
    <R> R fold(Cases<R> cases);

    /** One case per fact. */
    interface Cases<R> {
        R deadLetterResolved(DeadLetterResolved event);

        R replayOrdered(ReplayOrdered event);
    }

    /** What was done with a dead letter. */
    enum Resolution {
        /** Tried again as it is. */
        RETRIED,
        /** Tried again with another payload, for this subscriber alone; the log keeps the fact as it was. */
        EDITED,
        /** Skipped for this subscriber. */
        DROPPED
    }

    /**
     * @param position where the fact is in the log
     * @param payload the payload that the subscriber gets instead; only when edited
     */
    record DeadLetterResolved(
            String subscriber, long position, Resolution resolution, Optional<String> payload, Decree decree)
            implements ReaderEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.deadLetterResolved(this);
        }
    }

    /**
     * Facts were given to a subscriber once more.
     *
     * @param from first position, inclusive
     * @param to last position, inclusive
     * @param shadow whether a twin without side effects got them instead of the subscriber itself
     */
    record ReplayOrdered(String subscriber, long from, long to, boolean shadow, Decree decree) implements ReaderEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.replayOrdered(this);
        }
    }
}
