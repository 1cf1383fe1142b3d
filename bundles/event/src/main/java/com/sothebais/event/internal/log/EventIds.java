package com.sothebais.event.internal.log;

import com.sothebais.api.event.EventId;
import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Ids of facts: UUIDs of version 8 that begin with the fact's position and go on at random. So a fact is found by its id without
 * an index on ids, and two writers that try the same position make different ids.
 */
final class EventIds {
    private static final int VERSION = 8;
    private static final int POSITION_SHIFT = 16;
    private static final long RANDOM_HIGH = 0xfff;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM_LOW = 0x3fffffffffffffffL;

    private final SecureRandom random = new SecureRandom();

    /** @param position below 2<sup>48</sup> */
    EventId at(long position) {
        long high = position << POSITION_SHIFT | VERSION << 12 | random.nextLong() & RANDOM_HIGH;
        return new EventId(new UUID(high, VARIANT | random.nextLong() & RANDOM_LOW));
    }

    /** Empty for ids that were made before they carried the position, and for others'. */
    static OptionalLong position(EventId id) {
        return id.value().version() == VERSION
                ? OptionalLong.of(id.value().getMostSignificantBits() >>> POSITION_SHIFT)
                : OptionalLong.empty();
    }
}
