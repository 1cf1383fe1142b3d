package com.sothebais.settlement.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after failures in a row: doubling, bounded, and spread so that many waiters do not come at once. */
final class Backoff {
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS_MAX = 10;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Between half of the doubled time and all of it.
     *
     * @param failures failures in a row, at least 1
     */
    Duration after(int failures) {
        long doubled = FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS_MAX);
        long most = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
