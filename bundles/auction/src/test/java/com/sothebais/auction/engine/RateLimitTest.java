package com.sothebais.auction.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.social.PostId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Instant START = Instant.parse("2026-11-21T19:00:00Z");

    private final RateLimit<String> limit = new RateLimit<>(3, Duration.ofSeconds(10));
    private int posts;

    private boolean allows(int second) {
        return limit.allows("somebody", new PostId("sim", "post-" + ++posts), START.plusSeconds(second));
    }

    @Test
    void aPostThatComesLateDoesNotCountLongerThanItsWindow() {
        assertThat(allows(48)).isTrue();
        assertThat(allows(12)).as("delivered late").isTrue();
        assertThat(allows(50)).isTrue();
        assertThat(allows(56)).as("two others are younger than 10 s").isTrue();
        assertThat(allows(57)).as("three others are").isFalse();
    }

    @Test
    void manyLatePostsStayInTheOrderOfTheNetwork() {
        RateLimit<String> wide = new RateLimit<>(40, Duration.ofSeconds(10));
        for (int second = 40; second > 0; second--) {
            assertThat(wide.allows("somebody", new PostId("sim", "late-" + second), START.plusSeconds(second)))
                    .isTrue();
        }
        assertThat(wide.allows("somebody", new PostId("sim", "next"), START.plusSeconds(45)))
                .as("what is older than 10 s has made room")
                .isTrue();
    }
}
