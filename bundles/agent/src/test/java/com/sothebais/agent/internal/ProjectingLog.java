package com.sothebais.agent.internal;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import com.sothebais.contract.ForwardingEventLog;
import com.sothebais.contract.MemoryEventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A log in memory that writes the projections for real, and can die between publishing and recording. */
final class ProjectingLog extends ForwardingEventLog {
    final MemoryEventLog memory = new MemoryEventLog();
    private final DataSource database;

    ProjectingLog(DataSource database) {
        this.database = database;
    }

    @Override
    protected EventLog log() {
        return memory;
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
}
