package com.sothebais.agent.internal;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.contract.MemoryEventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** A log in memory that writes the projections for real, and can die between publishing and recording. */
final class ProjectingLog implements EventLog {
    final MemoryEventLog memory = new MemoryEventLog();
    private final DataSource database;

    ProjectingLog(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Recorded> append(Append append) {
        List<Recorded> recorded = memory.append(append);
        try (Connection connection = database.getConnection()) {
            append.projection().write(connection);
        } catch (SQLException e) {
            throw new EventLogException("projection", e);
        }
        return recorded;
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        return memory.read(after, limit);
    }

    @Override
    public List<Recorded> readStream(StreamId stream, long afterSequence, int limit) {
        return memory.readStream(stream, afterSequence, limit);
    }

    @Override
    public List<Recorded> correlated(CorrelationId correlation, int limit) {
        return memory.correlated(correlation, limit);
    }

    @Override
    public Set<CorrelationId> known(Collection<CorrelationId> correlations) {
        return memory.known(correlations);
    }

    @Override
    public Optional<Recorded> find(EventId id) {
        return memory.find(id);
    }

    @Override
    public long positionAt(Instant instant) {
        return memory.positionAt(instant);
    }

    @Override
    public long last() {
        return memory.last();
    }

    @Override
    public Fence claim(String resource) {
        return memory.claim(resource);
    }
}
