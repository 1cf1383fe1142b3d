package com.sothebais.stream.output;

import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: doubled each time up to a limit, and spread so that many do not come at once. */
final class Backoff {
    static final long FIRST_MILLIS = 500;
    static final long LIMIT_MILLIS = 15_000;

    private static final int DOUBLINGS_MAX = 5;

    private final RandomGenerator random;
    private int attempts;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Milliseconds until the next attempt, 80 to 100 percent of the full step. */
    long nextMillis() {
        long step = Math.min(LIMIT_MILLIS, FIRST_MILLIS << Math.min(attempts, DOUBLINGS_MAX));
        attempts++;
        return step - random.nextLong(step / 5 + 1);
    }

    /** After a success the next failure starts anew. */
    void reset() {
        attempts = 0;
    }
}
