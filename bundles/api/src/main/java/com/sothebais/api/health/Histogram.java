package com.sothebais.api.health;

import java.util.Collections;
import java.util.List;

/**
 * How many durations were how long, in buckets that are the same everywhere: the shape in which monitoring systems add up and
 * compare distributions. Counted since the start.
 *
 * @param counts for each of {@link #BOUNDS_SECONDS} the durations within it and above the bound before, then those above the last
 * @param sumSeconds of all durations
 */
public record Histogram(List<Long> counts, double sumSeconds) {

    /** The longest duration that a bucket takes; the last bucket, which has no bound, takes the rest. */
    public static final List<Double> BOUNDS_SECONDS =
            List.of(0.000_5, 0.001, 0.002, 0.004, 0.008, 0.016, 0.033, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

    /** No durations. */
    public static final Histogram NONE = new Histogram(Collections.nCopies(BOUNDS_SECONDS.size() + 1, 0L), 0);

    public Histogram {
        counts = List.copyOf(counts);
        if (counts.size() != BOUNDS_SECONDS.size() + 1) {
            throw new IllegalArgumentException(
                    "expected " + (BOUNDS_SECONDS.size() + 1) + " buckets, got " + counts.size());
        }
    }

    /** How many durations there are. */
    public long count() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
