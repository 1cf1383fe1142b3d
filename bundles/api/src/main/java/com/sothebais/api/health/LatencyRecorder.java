package com.sothebais.api.health;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in fixed buckets of about 4 % width from 10 microseconds to 20 minutes, so memory does not grow.
 * Thread-safe and lock-free.
 */
public final class LatencyRecorder {
    private static final int BUCKETS = 480;
    private static final double LOWEST_MILLIS = 0.01;
    private static final double GROWTH = Math.log(1.04);

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

    /** Negative durations, as a stepped clock makes them, count as zero. */
    public void record(double millis) {
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

    private static double percentile(long[] counts, long total, double share) {
        long rank = (long) Math.ceil(total * share);
        int bucket = 0;
        for (long seen = counts[0]; seen < rank; seen += counts[bucket]) {
            bucket++;
        }
        return Math.round(LOWEST_MILLIS * Math.exp(bucket * GROWTH) * 1000) / 1000.0;
    }
}
