package com.sothebais.api.stream;

import java.time.Duration;
import java.util.Objects;

/**
 * How one picture follows another.
 *
 * @param length from the first mixed frame to the first that is the new picture alone; {@link Duration#ZERO} is a cut of any kind
 */
public record Transition(Kind kind, Duration length) {
    /** Longest transition. */
    public static final Duration LENGTH_MAX = Duration.ofSeconds(3);

    public static final Transition CUT = new Transition(Kind.CUT, Duration.ZERO);

    /** How a transition looks. */
    public enum Kind {
        /** At once. */
        CUT(Duration.ZERO),
        /** The picture before becomes the new one. */
        FADE(Duration.ofMillis(700)),
        /** A slanting edge uncovers the new picture from the left. */
        WIPE(Duration.ofMillis(800)),
        /** A panel with the brand runs across; behind it the pictures change. */
        STINGER(Duration.ofMillis(1_400));

        private final Duration usual;

        Kind(Duration usual) {
            this.usual = usual;
        }

        /** How long it takes where nothing else is said. */
        public Duration usual() {
            return usual;
        }
    }

    public Transition {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(length, "length");
        if (length.isNegative() || length.compareTo(LENGTH_MAX) > 0) {
            throw new IllegalArgumentException("a transition takes " + length + ", expected 0 to " + LENGTH_MAX);
        }
        if (kind == Kind.CUT && !length.isZero()) {
            throw new IllegalArgumentException("a cut takes no time, got " + length);
        }
    }

    /** Of the usual length. */
    public static Transition of(Kind kind) {
        return new Transition(kind, kind.usual());
    }
}
