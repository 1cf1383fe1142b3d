package com.sothebais.event.internal.log;

import com.sothebais.api.event.Recorded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The newest facts of the log in memory, without a gap, so that followers who keep up need no database. Not thread-safe.
 */
final class RecentFacts {
    private final int sizeMax;
    private final Deque<Recorded> facts = new ArrayDeque<>();

    RecentFacts(int sizeMax) {
        this.sizeMax = sizeMax;
    }

    /** Adds a committed batch. When another process wrote in between, what was here before is forgotten. */
    void add(List<Recorded> batch) {
        if (!facts.isEmpty() && batch.get(0).position() != facts.getLast().position() + 1) {
            facts.clear();
        }
        facts.addAll(batch);
        while (facts.size() > sizeMax) {
            facts.removeFirst();
        }
    }

    /** The facts after {@code after}; empty when they are not all here. */
    Optional<List<Recorded>> after(long after, int limit) {
        if (facts.isEmpty()
                || after + 1 < facts.getFirst().position()
                || after >= facts.getLast().position()) {
            return Optional.empty();
        }
        List<Recorded> found = new ArrayList<>();
        // From the newest backwards: followers are nearly always at the end.
        var newestFirst = facts.descendingIterator();
        while (newestFirst.hasNext()) {
            Recorded fact = newestFirst.next();
            if (fact.position() <= after) {
                break;
            }
            found.add(fact);
        }
        Collections.reverse(found);
        return Optional.of(List.copyOf(found.subList(0, Math.min(limit, found.size()))));
    }
}
