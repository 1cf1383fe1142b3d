package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.event.CorrelationId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShownBidsTest {
    private static final Instant AT = Instant.parse("2026-11-21T19:00:00Z");

    private final ShownBids bids = new ShownBids(3);

    @Test
    void theFirstFrameOfABidCounts() {
        bids.note(story(1), AT);
        bids.note(story(1), AT.plusSeconds(9));
        assertThat(bids.firstFrame(story(1))).contains(AT);
        assertThat(bids.firstFrame(story(2))).isEmpty();
    }

    @Test
    void onlyTheNewestAreRemembered() {
        for (int i = 1; i <= 4; i++) {
            bids.note(story(i), AT.plusSeconds(i));
        }
        assertThat(bids.firstFrame(story(1))).isEmpty();
        assertThat(bids.firstFrame(story(2))).contains(AT.plusSeconds(2));
        assertThat(bids.firstFrame(story(4))).contains(AT.plusSeconds(4));
    }

    private static CorrelationId story(int number) {
        return new CorrelationId("sandbox/p" + number);
    }
}
