package com.sothebais.api.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One atomic write: facts, the projections that follow from them, and the ownership that allows it.
 *
 * @param events the facts in order, at least one
 * @param projection tables to bring up to date in the same transaction
 * @param fence ownership to check in the same transaction
 */
public record Append(List<NewEvent> events, Projection projection, Optional<Fence> fence) {

    public Append {
        events = List.copyOf(events);
        Objects.requireNonNull(projection, "projection");
        Objects.requireNonNull(fence, "fence");
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an append needs at least one event");
        }
    }

    /** Facts without projection or fence. */
    public static Append of(List<NewEvent> events) {
        return new Append(events, connection -> {}, Optional.empty());
    }

    /** Writes rows that must be visible exactly when the facts are. Must not commit, roll back or close. */
    @FunctionalInterface
    public interface Projection {
        void write(Connection connection) throws SQLException;
    }
}
