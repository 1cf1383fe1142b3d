package com.sothebais.api.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatencyRecorderTest {
    private final LatencyRecorder recorder = new LatencyRecorder();

    @Test
    void nothingRecordedIsNone() {
        assertThat(recorder.snapshot()).isEqualTo(Latency.NONE);
    }

    @Test
    void percentilesAreWithinTheWidthOfABucket() {
        for (int i = 1; i <= 1000; i++) {
            recorder.record(i);
        }
        Latency latency = recorder.snapshot();
        assertThat(latency.count()).isEqualTo(1000);
        assertThat(latency.p50Millis()).isCloseTo(500, within(500 * 0.04));
        assertThat(latency.p95Millis()).isCloseTo(950, within(950 * 0.04));
        assertThat(latency.p99Millis()).isCloseTo(990, within(990 * 0.04));
    }

    @Test
    void takesWhatASteppedClockMakes() {
        recorder.record(-5);
        recorder.record(Double.MAX_VALUE);
        assertThat(recorder.snapshot().count()).isEqualTo(2);
    }
}
