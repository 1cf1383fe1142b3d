package com.sothebais.api.health;

import java.util.Objects;

/** Durations as people read them and as monitoring systems do; both of the same moment but for what is recorded meanwhile. */
public record Distribution(Latency latency, Histogram histogram) {
    /** No durations. */
    public static final Distribution NONE = new Distribution(Latency.NONE, Histogram.NONE);

    public Distribution {
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(histogram, "histogram");
    }
}
