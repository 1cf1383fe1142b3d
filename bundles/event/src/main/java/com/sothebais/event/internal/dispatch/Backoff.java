package com.sothebais.event.internal.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a fact is tried again and when to give up. Waits double from {@code first} to {@code max}; each is
 * shortened by up to half at random, so that what failed together does not come back together.
 *
 * @param attemptsMax tries before a fact becomes a dead letter
 */
public record Backoff(Duration first, Duration max, int attemptsMax) {
    /** With these a fact is tried for about fifteen minutes. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(200), Duration.ofMinutes(1), 25);

    private static final int DOUBLINGS_MAX = 30;

    public Backoff {
        if (first.isNegative() || first.isZero() || max.compareTo(first) < 0 || attemptsMax < 1) {
            throw new IllegalArgumentException("expected 0 < first <= max and at least one attempt");
        }
    }

    /** @param attempts how often it was tried already, from 1 */
    Duration wait(int attempts, RandomGenerator random) {
        long factor = 1L << Math.min(attempts - 1, DOUBLINGS_MAX);
        long nanos = Math.min(max.toNanos(), multiplied(first.toNanos(), factor));
        return Duration.ofNanos(nanos - (long) (nanos / 2.0 * random.nextDouble()));
    }

    private static long multiplied(long nanos, long factor) {
        return nanos > Long.MAX_VALUE / factor ? Long.MAX_VALUE : nanos * factor;
    }
}
