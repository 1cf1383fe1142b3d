package com.sothebais.stream.control;

import com.sothebais.api.stream.Cue.Action;
import com.sothebais.api.stream.Cue.Sting;
import com.sothebais.api.stream.Cue.Take;
import java.time.Instant;

/**
 * A cue as it is planned, whatever became of it.
 *
 * @param at as it looks now
 * @param first as it was planned at first
 */
record Planned(String id, String label, Instant at, Instant first, Action action) {
    /** One that has not moved. */
    Planned(String id, String label, Instant at, Action action) {
        this(id, label, at, at, action);
    }

    Planned plannedAt(Instant planned) {
        return new Planned(id, label, at, planned, action);
    }

    /** Whether it changes what is on the picture. */
    boolean movesPicture() {
        return action instanceof Take || action instanceof Sting;
    }
}
