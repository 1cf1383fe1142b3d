package com.sothebais.web.internal.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many clients the live feed has room for, in all and of one network address. Thread-safe. */
final class Places {
    private final int max;
    private final int perAddressMax;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /** Why there is no place. */
    enum Refused {
        HOUSE_FULL,
        ADDRESS_FULL
    }

    Places(int max, int perAddressMax) {
        this.max = max;
        this.perAddressMax = perAddressMax;
    }

    /** Takes a place; empty when it was given. */
    synchronized Optional<Refused> take(String address) {
        if (all >= max) {
            return Optional.of(Refused.HOUSE_FULL);
        }
        if (taken.getOrDefault(address, 0) >= perAddressMax) {
            return Optional.of(Refused.ADDRESS_FULL);
        }
        taken.merge(address, 1, Integer::sum);
        all++;
        return Optional.empty();
    }

    synchronized void giveBack(String address) {
        taken.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
        all--;
    }

    synchronized int taken() {
        return all;
    }
}
