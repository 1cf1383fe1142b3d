package com.sothebais.event.internal.log;

import com.sothebais.api.event.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest facts of the log in memory, without a gap, so that followers who keep up need no database: a ring in which a position
 * is a place. Not thread-safe.
 */
final class RecentFacts {
    private final Recorded[] facts;
    private final int[] sizes;
    private final long bytesMax;

    /** Position of the oldest fact; one more than {@code last} when there is none. */
    private long first = 1;

    private long last;
    private long bytes;

    /**
     * @param countMax most facts kept
     * @param bytesMax most bytes that all of them have in the log; in memory it is about twice as much
     */
    RecentFacts(int countMax, long bytesMax) {
        this.facts = new Recorded[countMax];
        this.sizes = new int[countMax];
        this.bytesMax = bytesMax;
    }

    /**
     * Adds a fact that was committed. When another process wrote in between, what was here before is forgotten.
     *
     * @param size bytes of the fact in the log
     */
    void add(Recorded fact, int size) {
        if (fact.position() != last + 1) {
            while (first <= last) {
                forgetFirst();
            }
            first = fact.position();
        }
        if (last - first + 1 == facts.length) {
            forgetFirst();
        }
        last = fact.position();
        facts[place(last)] = fact;
        sizes[place(last)] = size;
        bytes += size;
        while (bytes > bytesMax) {
            forgetFirst();
        }
    }

    /** The facts after {@code after}; empty when they are not all here. */
    Optional<List<Recorded>> after(long after, int limit) {
        if (after + 1 < first || after >= last) {
            return Optional.empty();
        }
        int count = (int) Math.min(limit, last - after);
        List<Recorded> found = new ArrayList<>(count);
        for (long position = after + 1; position <= after + count; position++) {
            found.add(facts[place(position)]);
        }
        return Optional.of(found);
    }

    private void forgetFirst() {
        bytes -= sizes[place(first)];
        facts[place(first)] = null;
        first++;
    }

    private int place(long position) {
        return (int) (position % facts.length);
    }
}
