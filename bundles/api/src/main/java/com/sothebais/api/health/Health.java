package com.sothebais.api.health;

import java.util.Objects;

/**
 * How a part is right now.
 *
 * @param part name of the part as people know it, for example {@code stream}
 * @param message one sentence; when not well, one for each trouble, the worst first, that says what to do
 */
public record Health(String part, Status status, String message) {

    /** Ordered from good to bad. */
    public enum Status {
        WELL,
        DEGRADED,
        DOWN
    }

    public Health {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
    }

    public static Health well(String part, String message) {
        return new Health(part, Status.WELL, message);
    }

    public static Health degraded(String part, String message) {
        return new Health(part, Status.DEGRADED, message);
    }

    public static Health down(String part, String message) {
        return new Health(part, Status.DOWN, message);
    }
}
