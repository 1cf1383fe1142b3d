package com.sothebais.web.internal.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts calls of each address in windows of a minute. Thread-safe; remembers a limited number of addresses. */
final class RateLimit {
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int ADDRESSES_MAX = 1_000;

    private final int callsMax;
    private final InstantSource clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    /** @param callsMax most calls of one address in a minute */
    RateLimit(int callsMax, InstantSource clock) {
        this.callsMax = callsMax;
        this.clock = clock;
    }

    /** Counts a call and says whether it is within the limit. */
    synchronized boolean allows(String address) {
        Instant now = clock.instant();
        Window window = windows.get(address);
        if (window == null || !now.isBefore(window.start.plus(WINDOW))) {
            window = new Window(now);
            windows.put(address, window);
        }
        window.calls++;
        return window.calls <= callsMax;
    }

    private static final class Window {
        private final Instant start;
        private int calls;

        private Window(Instant start) {
            this.start = start;
        }
    }
}
