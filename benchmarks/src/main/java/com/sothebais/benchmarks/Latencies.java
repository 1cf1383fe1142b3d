package com.sothebais.benchmarks;

/** Counts durations in tenths of a millisecond, up to a minute; longer ones count as a minute. Not thread-safe. */
final class Latencies {
    private static final int TENTHS_MAX = 600_000;
    private static final double TENTHS_PER_MILLI = 10;
    private static final double NANOS_PER_TENTH = 100_000;

    private final long[] counts = new long[TENTHS_MAX + 1];
    private long count;
    private double max;

    void add(double nanos) {
        int tenths = (int) Math.max(0, Math.min(TENTHS_MAX, nanos / NANOS_PER_TENTH));
        counts[tenths]++;
        count++;
        max = Math.max(max, nanos / NANOS_PER_TENTH / TENTHS_PER_MILLI);
    }

    long count() {
        return count;
    }

    double maxMillis() {
        return max;
    }

    /** @param share for example 0.99 */
    double millis(double share) {
        long wanted = (long) Math.ceil(count * share);
        long seen = 0;
        for (int tenths = 0; tenths <= TENTHS_MAX; tenths++) {
            seen += counts[tenths];
            if (seen >= wanted) {
                return (tenths + 1) / TENTHS_PER_MILLI;
            }
        }
        return max;
    }
}
