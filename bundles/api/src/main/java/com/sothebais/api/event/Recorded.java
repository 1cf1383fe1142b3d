package com.sothebais.api.event;

import java.util.Objects;

/**
 * A fact in the log.
 *
 * @param position place in the whole log, from 1, strictly increasing in commit order; gaps are possible
 * @param id identifies the fact for ever
 * @param sequence place in its stream, from 1, without gaps
 * @param fact what was recorded
 */
public record Recorded(long position, EventId id, long sequence, NewEvent fact) {
    public Recorded {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fact, "fact");
    }

    public Event event() {
        return fact.event();
    }
}
