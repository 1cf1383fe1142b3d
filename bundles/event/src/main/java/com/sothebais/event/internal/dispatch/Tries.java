package com.sothebais.event.internal.dispatch;

import com.sothebais.api.retry.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How often a fact is tried and how long the pauses are.
 *
 * @param most tries before a fact becomes a dead letter
 */
public record Tries(Backoff pauses, int most) {
    /** With these a fact is tried for about fifteen minutes. */
    public static final Tries DEFAULT = new Tries(new Backoff(Duration.ofMillis(200), Duration.ofMinutes(1)), 25);

    public Tries {
        if (most < 1) {
            throw new IllegalArgumentException("expected at least one try, got " + most);
        }
    }

    /** From texts of a configuration; empty when one of them is no number in its range. */
    public static Optional<Tries> of(String most, String firstMillis, String longestSeconds) {
        OptionalLong tries = number(most, 1, 1_000);
        OptionalLong first = number(firstMillis, 10, 60_000);
        OptionalLong longest = number(longestSeconds, 1, 3_600);
        if (tries.isEmpty() || first.isEmpty() || longest.isEmpty()) {
            return Optional.empty();
        }
        Duration wait = Duration.ofMillis(first.getAsLong());
        Duration limit = Duration.ofSeconds(longest.getAsLong());
        return limit.compareTo(wait) < 0
                ? Optional.empty()
                : Optional.of(new Tries(new Backoff(wait, limit), (int) tries.getAsLong()));
    }

    private static OptionalLong number(String text, long least, long most) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,9}")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(digits);
        return number >= least && number <= most ? OptionalLong.of(number) : OptionalLong.empty();
    }
}
