package com.sothebais.simulation;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.contract.ListedEventLog;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The log as the database keeps it, in memory and always the same for the same appends: positions have gaps, ids are counted.
 * Projections have no database to write to. Thread-safe.
 */
public final class SimulatedLog extends ListedEventLog {
    /** Every so many positions one is left out, as an append that was rolled back would. */
    private static final int GAP_EVERY = 7;

    private static final Connection NO_CONNECTION = (Connection) Proxy.newProxyInstance(
            SimulatedLog.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                throw new SQLException("a simulated log has no connection to call " + method.getName() + " on");
            });

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
            long next = last() + 1;
            long position = next % GAP_EVERY == 0 ? next + 1 : next;
            added.add(add(position, new EventId(new UUID(0, position)), fact));
        }
        committed.accept(List.copyOf(added));
        return List.copyOf(added);
    }
}
