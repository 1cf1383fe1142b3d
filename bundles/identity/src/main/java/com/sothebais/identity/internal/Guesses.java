package com.sothebais.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Limits guessing of passwords: after {@link #FAILURES_MAX} failures of a name or of an address both wait for {@link #LOCK}. An
 * attempt counts as failed from its beginning, so that many at once are no way around. Constant work per attempt. Thread-safe.
 */
final class Guesses {
    static final int FAILURES_MAX = 5;
    static final Duration LOCK = Duration.ofMinutes(1);

    /** Most names and addresses remembered; the one not heard of for longest is forgotten first. */
    static final int KEYS_MAX = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    Guesses(InstantSource clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    /** Whether an attempt may be made now; if so it counts as failed until {@link #forgive}. */
    synchronized boolean begin(String name, String address) {
        Instant now = clock.instant();
        List<String> keys = keys(name, address);
        if (keys.stream().anyMatch(key -> live(key, now) >= FAILURES_MAX)) {
            return false;
        }
        keys.forEach(key -> failures.put(key, new Failures(live(key, now) + 1, now)));
        for (Iterator<String> eldest = failures.keySet().iterator(); failures.size() > KEYS_MAX; ) {
            eldest.next();
            eldest.remove();
        }
        return true;
    }

    /** The attempt was right: nothing is held against the name and the address any more. */
    synchronized void forgive(String name, String address) {
        keys(name, address).forEach(failures::remove);
    }

    synchronized int remembered() {
        return failures.size();
    }

    private int live(String key, Instant now) {
        Failures before = failures.get(key);
        return before == null || !now.isBefore(before.last().plus(LOCK)) ? 0 : before.count();
    }

    private static List<String> keys(String name, String address) {
        return List.of("name " + name, "address " + address);
    }
}
