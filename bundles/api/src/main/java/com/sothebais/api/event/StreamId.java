package com.sothebais.api.event;

import java.util.Objects;

/**
 * Names a sequence of facts that are ordered among themselves, for example {@code auction/7f3a}. Facts of one stream
 * reach every subscriber in order; facts of different streams may overtake each other only where a subscriber parks one.
 *
 * @param value family and id, 1 to 200 characters
 */
public record StreamId(String value) {
    private static final int LENGTH_MAX = 200;

    public StreamId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("stream id needs 1.." + LENGTH_MAX + " characters, got '" + value + "'");
        }
    }

    /** Whether its facts are those of a rehearsal. */
    public boolean isRehearsal() {
        return RehearsalMark.isOn(value.substring(value.indexOf('/') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
