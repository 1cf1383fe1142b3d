package com.sothebais.api.event;

import java.util.Objects;
import java.util.UUID;

/** Identifies one fact for ever, on every node. */
public record EventId(UUID value) {
    public EventId {
        Objects.requireNonNull(value, "value");
    }

    public static EventId random() {
        return new EventId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
