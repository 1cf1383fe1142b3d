package com.sothebais.api.health;

/** A distribution of durations in milliseconds; all zero when {@code count} is 0. */
public record Latency(long count, double p50Millis, double p95Millis, double p99Millis) {
    public static final Latency NONE = new Latency(0, 0, 0, 0);
}
