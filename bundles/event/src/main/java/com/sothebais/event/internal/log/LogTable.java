package com.sothebais.event.internal.log;

import com.sothebais.api.database.Database;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.event.internal.codec.EventCodec;
import com.sothebais.event.internal.codec.Shared;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The statements of the log. Every method works in the caller's transaction. */
final class LogTable {
    /** Any number that nobody else in this database uses: "SothLog1" in ASCII. */
    private static final long WRITERS_LOCK = 0x536f74684c6f6731L;

    private static final String SELECT = "select " + LogRows.COLUMNS + " from event_log where ";
    private static final String LOAD = "copy event_log (" + LogRows.COLUMNS + ") from stdin (format binary)";
    private static final String PLACES = "select stream, sequence, position, epoch from event_log_places(?, ?, ?)";

    private final Database database;
    private final EventCodec codec;
    private final EventIds ids = new EventIds();

    LogTable(Database database, EventCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    /** Held until the transaction ends: positions are given and become visible one writer after another. */
    void lockWriters(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, WRITERS_LOCK);
            lock.execute();
        }
    }

    Fence claim(Connection connection, String resource) throws SQLException {
        try (PreparedStatement grant = connection.prepareStatement("insert into event_fence values (?, 1)"
                + " on conflict (resource) do update set epoch = event_fence.epoch + 1 returning epoch")) {
            grant.setString(1, resource);
            try (ResultSet row = grant.executeQuery()) {
                row.next();
                return new Fence(resource, row.getLong(1));
            }
        }
    }

    /**
     * Takes the writers' turn and gives each fact its position, sequence and id.
     *
     * @throws FencedException when the fence was overtaken
     */
    List<Recorded> place(Connection connection, List<NewEvent> facts, Optional<Fence> fence) throws SQLException {
        Map<String, Long> sequences = new HashMap<>();
        long position = 0;
        long epoch = 0;
        String[] streams =
                facts.stream().map(fact -> fact.stream().value()).distinct().toArray(String[]::new);
        try (PreparedStatement query = connection.prepareStatement(PLACES)) {
            query.setLong(1, WRITERS_LOCK);
            query.setArray(2, connection.createArrayOf("text", streams));
            query.setString(3, fence.map(Fence::resource).orElse(""));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sequences.put(row.getString(1), row.getLong(2));
                    position = row.getLong(3);
                    epoch = row.getLong(4);
                }
            }
        }
        if (fence.isPresent() && fence.get().epoch() != epoch) {
            throw new FencedException(fence.get(), epoch);
        }
        return placed(facts, position, sequences);
    }

    private List<Recorded> placed(List<NewEvent> facts, long last, Map<String, Long> sequences) {
        List<Recorded> placed = new ArrayList<>(facts.size());
        long position = last;
        for (NewEvent fact : facts) {
            long sequence = sequences.merge(fact.stream().value(), 1L, Long::sum);
            position++;
            placed.add(new Recorded(position, ids.at(position), sequence, fact));
        }
        return placed;
    }

    /** Every row must have been placed. */
    void insert(Connection connection, RowBatch rows) throws SQLException {
        database.copyIn(connection, LOAD, rows.bytes().array(), rows.bytes().length());
    }

    /** Whether the fact stands where it was put; answers what became of a commit whose reply was lost. */
    boolean contains(Connection connection, Recorded fact) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from event_log where position = ? and id = ?")) {
            query.setLong(1, fact.position());
            query.setObject(2, fact.id().value());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    long last(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select max(position) from event_log");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    List<Recorded> read(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "position > ? order by position limit ?")) {
            query.setLong(1, after);
            query.setInt(2, limit);
            return facts(query);
        }
    }

    /** Facts with {@code after < position <= upTo}: for many at a time. */
    List<Recorded> copy(Connection connection, long after, long upTo, Shared shared) throws SQLException {
        LogRows rows = new LogRows(codec, shared);
        database.copyOut(
                connection,
                "copy (" + SELECT + "position > " + after + " and position <= " + upTo
                        + " order by position) to stdout (format binary)",
                rows::take);
        return rows.facts();
    }

    List<Recorded> readStream(Connection connection, StreamId stream, long after, long upTo, int limit)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                SELECT + "stream = ? and position > ? and position <= ? order by position limit ?")) {
            query.setString(1, stream.value());
            query.setLong(2, after);
            query.setLong(3, upTo);
            query.setInt(4, limit);
            return facts(query);
        }
    }

    List<Recorded> readStream(Connection connection, StreamId stream, long afterSequence, int limit)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "stream = ? and sequence > ? order by sequence limit ?")) {
            query.setString(1, stream.value());
            query.setLong(2, afterSequence);
            query.setInt(3, limit);
            return facts(query);
        }
    }

    List<Recorded> correlated(Connection connection, CorrelationId correlation, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "correlation = ? order by position desc limit ?")) {
            query.setString(1, correlation.value());
            query.setInt(2, limit);
            List<Recorded> newestFirst = facts(query);
            Collections.reverse(newestFirst);
            return newestFirst;
        }
    }

    /** Those of the correlations that the log has a fact of. */
    Set<CorrelationId> known(Connection connection, Collection<CorrelationId> correlations) throws SQLException {
        String[] wanted = correlations.stream().map(CorrelationId::value).toArray(String[]::new);
        try (PreparedStatement query = connection.prepareStatement("select w.name from unnest(?) w (name)"
                + " where exists (select from event_log l where l.correlation = w.name)")) {
            query.setArray(1, connection.createArrayOf("text", wanted));
            try (ResultSet row = query.executeQuery()) {
                Set<CorrelationId> known = new HashSet<>();
                while (row.next()) {
                    known.add(new CorrelationId(row.getString(1)));
                }
                return known;
            }
        }
    }

    Optional<Recorded> find(Connection connection, EventId id) throws SQLException {
        OptionalLong position = EventIds.position(id);
        if (position.isEmpty() && !hasOldIds(connection)) {
            return Optional.empty();
        }
        // Only a log whose first facts have ids of an earlier kind is searched from end to end, and only for such an
        // id.
        String place = position.isPresent() ? "position = ? and " : "";
        try (PreparedStatement query = connection.prepareStatement(SELECT + place + "id = ?")) {
            int parameter = 1;
            if (position.isPresent()) {
                query.setLong(parameter++, position.getAsLong());
            }
            query.setObject(parameter, id.value());
            return facts(query).stream().findFirst();
        }
    }

    private boolean hasOldIds(Connection connection) throws SQLException {
        return read(connection, 0, 1).stream()
                .anyMatch(first -> EventIds.position(first.id()).isEmpty());
    }

    /** Right when facts are out of order of time by at most {@code disorder} positions. */
    long positionAt(Connection connection, Instant instant, long disorder) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select event_log_position_at(?, ?)")) {
            query.setObject(1, instant.atOffset(ZoneOffset.UTC));
            query.setLong(2, disorder);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<Recorded> facts(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return new LogRows(codec, new Shared()).takeAll(row).facts();
        }
    }
}
