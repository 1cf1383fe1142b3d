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

    @Test
    void histogramsCountExactlyUpToTheirBounds() {
        recorder.record(0.5);
        recorder.record(0.500_01);
        recorder.record(1);
        recorder.record(10_000);
        recorder.record(10_001);
        Histogram histogram = recorder.histogram();
        assertThat(histogram.counts().subList(0, 2)).containsExactly(1L, 2L);
        assertThat(histogram.counts().subList(14, 16)).containsExactly(1L, 1L);
        assertThat(histogram.count()).isEqualTo(5);
        assertThat(histogram.sumSeconds()).isCloseTo(20.003_000_01, within(1e-8));
        assertThat(recorder.distribution().latency().count()).isEqualTo(5);
    }

    @Test
    void noHistogramHasNegativeOrEndlessSums() {
        recorder.record(-5);
        recorder.record(Double.MAX_VALUE);
        recorder.record(Double.MAX_VALUE);
        assertThat(recorder.histogram().sumSeconds()).isEqualTo(2 * 86_400);
        assertThat(new LatencyRecorder().histogram()).isEqualTo(Histogram.NONE);
    }
}
