package com.sothebais.settlement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(new Random(3));

    @Test
    void doublesUpToItsLimit() {
        assertThat(backoff.after(1)).isBetween(Backoff.FIRST.dividedBy(2), Backoff.FIRST);
        assertThat(backoff.after(3)).isBetween(Backoff.FIRST.multipliedBy(2), Backoff.FIRST.multipliedBy(4));
        assertThat(backoff.after(1_000_000)).isBetween(Backoff.LONGEST.dividedBy(2), Backoff.LONGEST);
    }

    @Test
    void isSpread() {
        Set<Duration> waits = new HashSet<>();
        IntStream.range(0, 100).forEach(i -> waits.add(backoff.after(6)));
        assertThat(waits).hasSizeGreaterThan(50);
    }
}
