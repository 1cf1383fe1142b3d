package com.sothebais.event.internal.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
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

    /** From texts of a configuration; empty when one of them is no number in its range. */
    public static Optional<Backoff> of(String attempts, String firstMillis, String longestSeconds) {
        OptionalLong tries = number(attempts, 1, 1_000);
        OptionalLong first = number(firstMillis, 10, 60_000);
        OptionalLong longest = number(longestSeconds, 1, 3_600);
        if (tries.isEmpty() || first.isEmpty() || longest.isEmpty()) {
            return Optional.empty();
        }
        Duration wait = Duration.ofMillis(first.getAsLong());
        Duration most = Duration.ofSeconds(longest.getAsLong());
        return most.compareTo(wait) < 0
                ? Optional.empty()
                : Optional.of(new Backoff(wait, most, (int) tries.getAsLong()));
    }

    private static OptionalLong number(String text, long least, long most) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,9}")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(digits);
        return number >= least && number <= most ? OptionalLong.of(number) : OptionalLong.empty();
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
