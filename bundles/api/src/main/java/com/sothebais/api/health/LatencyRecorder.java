package com.sothebais.api.health;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in fixed buckets of about 4 % width from 10 microseconds to 20 minutes, so memory does not grow.
 * Thread-safe and lock-free.
 */
public final class LatencyRecorder {
    private static final int BUCKETS = 480;
    private static final double LOWEST_MILLIS = 0.01;
    private static final double GROWTH = Math.log(1.04);

    private static final double[] BOUNDS =
            Histogram.BOUNDS_SECONDS.stream().mapToDouble(Double::doubleValue).toArray();
    private static final double MILLIS_A_SECOND = 1e3;
    /** Longer ones count as so long, so that no sum overflows. */
    private static final double SECONDS_MAX = 86_400;

    private static final double NANOS_A_SECOND = 1e9;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final AtomicLongArray bounded = new AtomicLongArray(BOUNDS.length + 1);
    private final AtomicLong sumNanos = new AtomicLong();

    /** Negative durations, as a stepped clock makes them, count as zero. Allocates nothing. */
    public void record(double millis) {
        double seconds = Math.min(SECONDS_MAX, Math.max(0, millis / MILLIS_A_SECOND));
        int bound = 0;
        while (bound < BOUNDS.length && seconds > BOUNDS[bound]) {
            bound++;
        }
        bounded.incrementAndGet(bound);
        sumNanos.addAndGet((long) (seconds * NANOS_A_SECOND));
        int bucket = millis <= LOWEST_MILLIS ? 0 : (int) Math.ceil(Math.log(millis / LOWEST_MILLIS) / GROWTH);
        counts.incrementAndGet(Math.min(bucket, BUCKETS - 1));
    }

    public Latency snapshot() {
        long[] copy = new long[BUCKETS];
        long total = 0;
        for (int i = 0; i < BUCKETS; i++) {
            copy[i] = counts.get(i);
            total += copy[i];
        }
        return total == 0
                ? Latency.NONE
                : new Latency(
                        total,
                        percentile(copy, total, 0.50),
                        percentile(copy, total, 0.95),
                        percentile(copy, total, 0.99));
    }

    /** What was recorded in the buckets that all histograms share. */
    public Histogram histogram() {
        List<Long> copy = new ArrayList<>(bounded.length());
        for (int i = 0; i < bounded.length(); i++) {
            copy.add(bounded.get(i));
        }
        return new Histogram(copy, sumNanos.get() / NANOS_A_SECOND);
    }

    /** What was recorded in both shapes. */
    public Distribution distribution() {
        return new Distribution(snapshot(), histogram());
    }

    private static double percentile(long[] counts, long total, double share) {
        long rank = (long) Math.ceil(total * share);
        int bucket = 0;
        for (long seen = counts[0]; seen < rank; seen += counts[bucket]) {
            bucket++;
        }
        return Math.round(LOWEST_MILLIS * Math.exp(bucket * GROWTH) * 1000) / 1000.0;
    }
}
