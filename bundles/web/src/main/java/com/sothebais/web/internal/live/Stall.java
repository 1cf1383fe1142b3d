package com.sothebais.web.internal.live;

import java.time.Duration;

/** Since when a client takes nothing. Counts from the beginning, so that one that never opens is found too. Thread-safe. */
final class Stall {
    private static final long NONE = Long.MIN_VALUE;

    private volatile long since = System.nanoTime();

    void begin() {
        if (since == NONE) {
            since = System.nanoTime();
        }
    }

    void end() {
        since = NONE;
    }

    boolean lasts(Duration limit) {
        long begun = since;
        return begun != NONE && System.nanoTime() - begun > limit.toNanos();
    }
}
