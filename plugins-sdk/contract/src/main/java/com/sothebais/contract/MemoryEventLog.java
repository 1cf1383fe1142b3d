package com.sothebais.contract;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An event log in memory that keeps every promise of {@link EventLog} but durability, for tests of other bundles. Projections are
 * not written: there is no connection to write them to. Subscribers are called inside {@link #append}, in order of their
 * registration. Thread-safe.
 */
public final class MemoryEventLog implements EventLog {
    private final List<Recorded> events = new ArrayList<>();
    private final Map<StreamId, Long> sequences = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private final List<EventSubscriber> subscribers = new ArrayList<>();
    private boolean down;

    @Override
    public synchronized List<Recorded> append(Append append) {
        if (down) {
            throw new EventLogException("the log is down for this test", null);
        }
        append.fence().ifPresent(this::check);
        List<Recorded> added = new ArrayList<>();
        for (NewEvent fact : append.events()) {
            long sequence = sequences.merge(fact.stream(), 1L, Long::sum);
            Recorded recorded = new Recorded(events.size() + 1L, EventId.random(), sequence, fact);
            events.add(recorded);
            added.add(recorded);
        }
        added.forEach(recorded -> subscribers.forEach(subscriber -> deliver(subscriber, recorded)));
        return added;
    }

    @Override
    public synchronized List<Recorded> read(long after, int limit) {
        int from = (int) Math.min(after, events.size());
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
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
        return events.stream()
                .map(event -> event.fact().correlation())
                .filter(Set.copyOf(correlations)::contains)
                .collect(Collectors.toSet());
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
                .orElse(events.size() + 1L);
    }

    @Override
    public synchronized long last() {
        return events.size();
    }

    @Override
    public synchronized Fence claim(String resource) {
        return new Fence(resource, epochs.merge(resource, 1L, Long::sum));
    }

    /** Calls the subscriber with everything so far and then with every new fact, as the dispatcher does for a view. */
    public synchronized void subscribe(EventSubscriber subscriber) {
        List.copyOf(events).forEach(recorded -> deliver(subscriber, recorded));
        subscriber.caughtUp();
        subscribers.add(subscriber);
    }

    /** Makes every append fail while true. */
    public synchronized void outage(boolean isDown) {
        down = isDown;
    }

    private void check(Fence fence) {
        long current = epochs.getOrDefault(fence.resource(), 0L);
        if (current != fence.epoch()) {
            throw new FencedException(fence, current);
        }
    }

    private static void deliver(EventSubscriber subscriber, Recorded recorded) {
        try {
            subscriber.on(recorded);
        } catch (Exception e) {
            throw new IllegalStateException(subscriber.name() + " did not take " + recorded, e);
        }
    }
}
