package com.sothebais.event.internal.log;

import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.event.internal.codec.Encoded;
import com.sothebais.event.internal.codec.EventCodec;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The statements of the log. Every method works in the caller's transaction. */
final class LogTable {
    /** Any number that nobody else in this database uses: "SothLog1" in ASCII. */
    private static final long WRITERS_LOCK = 0x536f74684c6f6731L;

    private static final String COLUMNS =
            "position, stream, sequence, id, type, version, source, at, correlation, causation, payload";

    /** One statement for any number of facts: fixed text, so the server plans it once, and one round trip. */
    private static final String INSERT = "insert into event_log (" + COLUMNS + ") select * from unnest("
            + "?::bigint[], ?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::integer[], ?::text[], ?::timestamptz[], ?::text[],"
            + " ?::uuid[], ?::text[])";

    private static final String PLACES = "select stream, sequence, position, epoch from event_log_places(?, ?, ?)";

    private final EventCodec codec;

    LogTable(EventCodec codec) {
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
     * Takes the writers' turn and gives each fact its position and sequence.
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

    private static List<Recorded> placed(List<NewEvent> facts, long last, Map<String, Long> sequences) {
        List<Recorded> placed = new ArrayList<>(facts.size());
        long position = last;
        for (NewEvent fact : facts) {
            long sequence = sequences.merge(fact.stream().value(), 1L, Long::sum);
            position++;
            placed.add(new Recorded(position, EventId.random(), sequence, fact));
        }
        return placed;
    }

    void insert(Connection connection, List<Recorded> facts, List<Encoded> payloads) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, array(connection, "bigint", facts, Recorded::position));
            insert.setArray(
                    2, array(connection, "text", facts, it -> it.fact().stream().value()));
            insert.setArray(3, array(connection, "bigint", facts, Recorded::sequence));
            insert.setArray(4, array(connection, "uuid", facts, it -> it.id().value()));
            insert.setArray(5, array(connection, "text", payloads, Encoded::type));
            insert.setArray(6, array(connection, "integer", payloads, Encoded::version));
            insert.setArray(7, array(connection, "text", facts, it -> it.fact().source()));
            insert.setArray(
                    8, array(connection, "text", facts, it -> it.fact().at().toString()));
            insert.setArray(9, array(connection, "text", facts, it -> it.fact()
                    .correlation()
                    .value()));
            insert.setArray(10, array(connection, "uuid", facts, it -> it.fact()
                    .causation()
                    .map(EventId::value)
                    .orElse(null)));
            insert.setArray(11, array(connection, "text", payloads, Encoded::json));
            insert.executeUpdate();
        }
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
        try (PreparedStatement query = connection.prepareStatement(
                "select " + COLUMNS + " from event_log where position > ? order by position limit ?")) {
            query.setLong(1, after);
            query.setInt(2, limit);
            return facts(query);
        }
    }

    List<Recorded> readStream(Connection connection, StreamId stream, long after, long upTo, int limit)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS + " from event_log"
                + " where stream = ? and position > ? and position <= ? order by position limit ?")) {
            query.setString(1, stream.value());
            query.setLong(2, after);
            query.setLong(3, upTo);
            query.setInt(4, limit);
            return facts(query);
        }
    }

    List<Recorded> readStream(Connection connection, StreamId stream, long afterSequence, int limit)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS + " from event_log"
                + " where stream = ? and sequence > ? order by sequence limit ?")) {
            query.setString(1, stream.value());
            query.setLong(2, afterSequence);
            query.setInt(3, limit);
            return facts(query);
        }
    }

    List<Recorded> correlated(Connection connection, CorrelationId correlation, int limit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select " + COLUMNS + " from event_log" + " where correlation = ? order by position desc limit ?")) {
            query.setString(1, correlation.value());
            query.setInt(2, limit);
            List<Recorded> newestFirst = facts(query);
            Collections.reverse(newestFirst);
            return newestFirst;
        }
    }

    Optional<Recorded> find(Connection connection, EventId id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select " + COLUMNS + " from event_log where id = ?")) {
            query.setObject(1, id.value());
            return facts(query).stream().findFirst();
        }
    }

    long positionAt(Connection connection, Instant instant) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(min(position),"
                + " (select coalesce(max(position), 0) + 1 from event_log)) from event_log where at >= ?")) {
            query.setObject(1, instant.atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<Recorded> facts(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            List<Recorded> facts = new ArrayList<>();
            while (row.next()) {
                facts.add(fact(row));
            }
            return facts;
        }
    }

    private Recorded fact(ResultSet row) throws SQLException {
        UUID causation = row.getObject("causation", UUID.class);
        NewEvent fact = new NewEvent(
                new StreamId(row.getString("stream")),
                codec.decode(new Encoded(row.getString("type"), row.getInt("version"), row.getString("payload"))),
                row.getString("source"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new CorrelationId(row.getString("correlation")),
                Optional.ofNullable(causation).map(EventId::new));
        return new Recorded(
                row.getLong("position"), new EventId(row.getObject("id", UUID.class)), row.getLong("sequence"), fact);
    }

    private static <T> Array array(Connection connection, String type, List<T> rows, Function<T, ?> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }
}
