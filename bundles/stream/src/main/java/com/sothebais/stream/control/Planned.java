package com.sothebais.stream.control;

import com.sothebais.api.stream.Cue.Action;
import com.sothebais.api.stream.Cue.Sting;
import com.sothebais.api.stream.Cue.Take;
import java.time.Instant;

/** A cue as it is planned, whatever became of it. */
record Planned(String id, String label, Instant at, Action action) {
    /** Whether it changes what is on the picture. */
    boolean movesPicture() {
        return action instanceof Take || action instanceof Sting;
    }
}
