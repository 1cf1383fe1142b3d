package com.sothebais.auction.engine;

import com.sothebais.api.health.Latency;
import com.sothebais.api.health.LatencyRecorder;

/** Where the time of a verdict goes, batch by batch. Thread-safe. */
public final class Timings {
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final LatencyRecorder waited = new LatencyRecorder();
    private final LatencyRecorder decided = new LatencyRecorder();
    private final LatencyRecorder recorded = new LatencyRecorder();

    /**
     * @param waited of the oldest post of a batch in the inbox
     * @param decided reading and judging a batch
     * @param recorded encoding and committing a batch
     */
    public record Stages(Latency waited, Latency decided, Latency recorded) {}

    public Stages stages() {
        return new Stages(waited.snapshot(), decided.snapshot(), recorded.snapshot());
    }

    void waited(long nanos) {
        waited.record(nanos / NANOS_PER_MILLI);
    }

    void decided(long nanos) {
        decided.record(nanos / NANOS_PER_MILLI);
    }

    void recorded(long nanos) {
        recorded.record(nanos / NANOS_PER_MILLI);
    }
}
