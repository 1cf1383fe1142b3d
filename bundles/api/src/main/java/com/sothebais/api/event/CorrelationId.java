package com.sothebais.api.event;

import java.util.Objects;

/** Shared by every fact that follows from one outside cause, from a post to its frame and reply (1 to 200 characters). */
public record CorrelationId(String value) {
    private static final int LENGTH_MAX = 200;

    public CorrelationId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "correlation id needs 1.." + LENGTH_MAX + " characters, got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
