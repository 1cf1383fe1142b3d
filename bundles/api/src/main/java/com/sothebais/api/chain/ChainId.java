package com.sothebais.api.chain;

import java.util.Objects;

/** Names a chain in configuration and events: CAIP-2 form, for example {@code eip155:360} or {@code sim:1}. */
public record ChainId(String value) {
    public ChainId {
        Objects.requireNonNull(value, "value");
        if (!value.contains(":")) {
            throw new IllegalArgumentException("expected namespace:reference (CAIP-2), got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
