package com.sothebais.settlement.internal;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.contract.ForwardingEventLog;
import com.sothebais.contract.MemoryEventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The log in memory, with projections written to a real database as the real one does, and with the two ways in which an append
 * can fail: before its commit, or after it with the answer lost.
 */
final class ProjectingLog extends ForwardingEventLog {
    private final MemoryEventLog memory = new MemoryEventLog();
    private final DataSource database;
    private Fault next = Fault.NONE;

    ProjectingLog(DataSource database) {
        this.database = database;
    }

    enum Fault {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    synchronized void failNext(Fault fault) {
        next = fault;
    }

    @Override
    protected EventLog log() {
        return memory;
    }

    @Override
    public synchronized List<Recorded> append(Append append) {
        Fault fault = next;
        next = Fault.NONE;
        List<Recorded> recorded = write(append, fault);
        if (fault == Fault.AFTER_COMMIT) {
            throw new EventLogException("the answer to the commit was lost", null);
        }
        return recorded;
    }

    private List<Recorded> write(Append append, Fault fault) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                append.projection().write(connection);
                if (fault == Fault.BEFORE_COMMIT) {
                    throw new SQLException("the connection broke before the commit");
                }
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
            List<Recorded> recorded = memory.append(append);
            connection.commit();
            return recorded;
        } catch (SQLException e) {
            throw new EventLogException("nothing was recorded: " + e.getMessage(), e);
        }
    }

    void subscribe(EventSubscriber subscriber) {
        memory.subscribe(subscriber);
    }

    /** Every recorded fact of the type, in order. */
    <E extends Event> List<E> facts(Class<E> type) {
        List<E> facts = new ArrayList<>();
        for (Recorded recorded : memory.read(0, READ_MAX)) {
            if (type.isInstance(recorded.event())) {
                facts.add(type.cast(recorded.event()));
            }
        }
        return facts;
    }
}
