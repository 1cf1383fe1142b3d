package com.sothebais.simulation;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The log as the database keeps it, in memory and always the same for the same appends: positions have gaps, ids are counted.
 * Projections have no database to write to. Thread-safe.
 */
public final class SimulatedLog implements EventLog {
    /** Every so many positions one is left out, as an append that was rolled back would. */
    private static final int GAP_EVERY = 7;

    private static final Connection NO_CONNECTION = (Connection) Proxy.newProxyInstance(
            SimulatedLog.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                throw new SQLException("a simulated log has no connection to call " + method.getName() + " on");
            });

    private final List<Recorded> events = new ArrayList<>();
    private final Map<StreamId, Long> sequences = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private final Consumer<List<Recorded>> committed;

    /** @param committed sees every append right after its commit, before the appender does */
    public SimulatedLog(Consumer<List<Recorded>> committed) {
        this.committed = committed;
    }

    @Override
    public synchronized List<Recorded> append(Append append) {
        append.fence().ifPresent(this::check);
        try {
            append.projection().write(NO_CONNECTION);
        } catch (SQLException e) {
            throw new EventLogException("the projection failed: " + e.getMessage(), e);
        }
        List<Recorded> added = new ArrayList<>();
        for (NewEvent fact : append.events()) {
            long sequence = sequences.merge(fact.stream(), 1L, Long::sum);
            long next = last() + 1;
            long position = next % GAP_EVERY == 0 ? next + 1 : next;
            Recorded recorded = new Recorded(position, new EventId(new UUID(0, position)), sequence, fact);
            events.add(recorded);
            added.add(recorded);
        }
        committed.accept(List.copyOf(added));
        return List.copyOf(added);
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

    /** The newest grant; 0 before the first. */
    public synchronized long epoch(String resource) {
        return epochs.getOrDefault(resource, 0L);
    }

    /** Everything, oldest first; grows while the log does. */
    public List<Recorded> events() {
        return Collections.unmodifiableList(events);
    }

    private void check(Fence fence) {
        long current = epoch(fence.resource());
        if (current != fence.epoch()) {
            throw new FencedException(fence, current);
        }
    }
}
