package com.sothebais.api.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: doubled each time up to a limit, and shortened by up to half at random, so that what
 * failed together does not come back together. Immutable.
 *
 * @param first full wait after the first failure, positive
 * @param longest full wait that is never exceeded, at least {@code first}
 */
public record Backoff(Duration first, Duration longest) {
    private static final int DOUBLINGS_MAX = 62;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("expected 0 < first <= longest, got " + first + " and " + longest);
        }
    }

    /**
     * Between half of the full wait and all of it.
     *
     * @param failures in a row, at least 1
     */
    public Duration after(int failures, RandomGenerator random) {
        if (failures < 1) {
            throw new IllegalArgumentException("expected at least one failure, got " + failures);
        }
        long limit = longest.toNanos();
        long start = first.toNanos();
        int doublings = Math.min(failures - 1, DOUBLINGS_MAX);
        long full = start > limit >> doublings ? limit : start << doublings;
        return Duration.ofNanos(full - random.nextLong(full / 2 + 1));
    }
}
