package com.sothebais.api.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Backoff backoff = new Backoff(FIRST, LONGEST);
    private final Random random = new Random(3);

    @Test
    void doublesUpToItsLimit() {
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.after(1, random)).isBetween(FIRST.dividedBy(2), FIRST);
            assertThat(backoff.after(3, random)).isBetween(FIRST.multipliedBy(2), FIRST.multipliedBy(4));
            assertThat(backoff.after(7, random)).isBetween(LONGEST.dividedBy(2), LONGEST);
            assertThat(backoff.after(Integer.MAX_VALUE, random)).isBetween(LONGEST.dividedBy(2), LONGEST);
        }
    }

    @Test
    void isSpread() {
        Set<Duration> waits = new HashSet<>();
        IntStream.range(0, 100).forEach(i -> waits.add(backoff.after(6, random)));
        assertThat(waits).hasSizeGreaterThan(50);
    }

    @Test
    void refusesWhatIsNoWait() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, LONGEST));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(LONGEST, FIRST));
        assertThatIllegalArgumentException().isThrownBy(() -> backoff.after(0, random));
        assertThat(new Backoff(FIRST, Duration.ofDays(90_000)).after(Integer.MAX_VALUE, random))
                .isPositive();
    }
}
