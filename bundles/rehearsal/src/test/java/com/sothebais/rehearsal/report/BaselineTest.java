package com.sothebais.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Host.Activity;
import com.sothebais.api.auction.Auctions.Tally;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.health.Distribution;
import com.sothebais.api.health.Histogram;
import com.sothebais.api.health.Latency;
import com.sothebais.api.stream.StreamHealth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final Latency FAST = new Latency(9, 1, 2, 3);
    private static final Distribution TIMED = new Distribution(FAST, Histogram.NONE);
    private final Baseline baseline = new Baseline(
            new Tally(10, 4, Map.of(Reason.TOO_LOW, 3L, Reason.EDITED, 1L), 2, FAST),
            stream(1_000, 5, Duration.ofMinutes(3)),
            new Activity(7, 6, 5, 0));

    @Test
    void aShowCountsWhatHappenedSinceItsStart() {
        ShowReport.Bids bids = baseline.bids(
                new Tally(30, 14, Map.of(Reason.TOO_LOW, 8L, Reason.EDITED, 1L, Reason.RETRACTION, 1L), 5, FAST));

        assertThat(bids)
                .isEqualTo(new ShowReport.Bids(20, 10, Map.of(Reason.TOO_LOW, 5L, Reason.RETRACTION, 1L), 3, FAST));
        assertThat(baseline.host(new Activity(9, 9, 9, 1))).isEqualTo(new ShowReport.Hosting(2, 3, 4));
    }

    @Test
    void aCounterThatStartedAgainCountsAsItIs() {
        assertThat(baseline.bids(new Tally(4, 1, Map.of(Reason.TOO_LOW, 2L), 0, FAST)))
                .isEqualTo(new ShowReport.Bids(4, 1, Map.of(Reason.TOO_LOW, 2L), 0, FAST));
    }

    @Test
    void framesASecondAreAnAverageOverTheShow() {
        ShowReport.Stream stream = baseline.stream(stream(5_501, 6, Duration.ofMillis(330_100)));

        assertThat(stream.frames()).isEqualTo(4_501);
        assertThat(stream.late()).isEqualTo(1);
        assertThat(stream.fps()).isEqualTo(29.99);
        assertThat(baseline.stream(stream(1_000, 5, Duration.ofMinutes(3))).fps())
                .isZero();
    }

    private static StreamHealth stream(long frames, long late, Duration upFor) {
        return new StreamHealth(
                "java2d",
                new StreamHealth.Picture(frames, late, 0, 30, 900, "libx264"),
                new StreamHealth.Sound(-20, -3, new StreamHealth.Loudness(-18, -17, -16.1, -2.5), 0),
                new StreamHealth.Times(TIMED, TIMED, TIMED, TIMED),
                StreamHealth.Drift.NONE,
                upFor,
                List.of());
    }
}
