package com.sothebais.api.auction;

import java.util.Objects;

/** Identifies a session; 1 to 80 letters, digits, dots, dashes or underscores. */
public record SessionId(String value) {
    public SessionId {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[A-Za-z0-9._-]{1,80}")) {
            throw new IllegalArgumentException("expected 1..80 letters, digits, '.', '-' or '_', got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
