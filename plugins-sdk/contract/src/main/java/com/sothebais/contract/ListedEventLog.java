package com.sothebais.contract;

import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a log in memory answers to every question: it looks through all of its facts. Appending is left to who knows what positions
 * and ids are like. Thread-safe by its own lock, which appending takes too.
 */
public abstract class ListedEventLog implements EventLog {
    private final List<Recorded> events = new ArrayList<>();
    private final Map<StreamId, Long> sequences = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();

    /** Adds a fact at its place in its stream. @param position higher than all before */
    protected final synchronized Recorded add(long position, EventId id, NewEvent fact) {
        Recorded recorded = new Recorded(position, id, sequences.merge(fact.stream(), 1L, Long::sum), fact);
        events.add(recorded);
        return recorded;
    }

    /** @throws FencedException when the resource was granted again since */
    protected final void check(Fence fence) {
        long current = epoch(fence.resource());
        if (current != fence.epoch()) {
            throw new FencedException(fence, current);
        }
    }

    /** The newest grant; 0 before the first. */
    public final synchronized long epoch(String resource) {
        return epochs.getOrDefault(resource, 0L);
    }

    /** Everything, oldest first; grows while the log does. */
    public final List<Recorded> events() {
        return Collections.unmodifiableList(events);
    }

    @Override
    public synchronized List<Recorded> read(long after, int limit) {
        int from = indexAfter(after);
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    /** The index of the first fact behind the position. */
    private int indexAfter(long position) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public synchronized List<Recorded> readStream(StreamId stream, long afterSequence, int limit) {
        return events.stream()
                .filter(event -> event.fact().stream().equals(stream) && event.sequence() > afterSequence)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Recorded> correlated(CorrelationId correlation, int limit) {
        List<Recorded> all = events.stream()
                .filter(event -> event.fact().correlation().equals(correlation))
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public synchronized Set<CorrelationId> known(Collection<CorrelationId> correlations) {
        if (correlations.size() > READ_MAX) {
            throw new IllegalArgumentException("at most " + READ_MAX + " correlations, got " + correlations.size());
        }
        Set<CorrelationId> asked = Set.copyOf(correlations);
        return events.stream()
                .map(event -> event.fact().correlation())
                .filter(asked::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized Optional<Recorded> find(EventId id) {
        return events.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    @Override
    public synchronized long positionAt(Instant instant) {
        return events.stream()
                .filter(event -> !event.fact().at().isBefore(instant))
                .mapToLong(Recorded::position)
                .findFirst()
                .orElse(last() + 1);
    }

    @Override
    public synchronized long last() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).position();
    }

    @Override
    public synchronized Fence claim(String resource) {
        return new Fence(resource, epochs.merge(resource, 1L, Long::sum));
    }
}
