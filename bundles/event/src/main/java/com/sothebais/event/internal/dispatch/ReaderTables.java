package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.Append.Projection;
import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Where reactors stand, in PostgreSQL. Thread-safe; throws {@link EventLogException} when the database does not answer. */
public final class ReaderTables {
    private static final int DEAD_LETTERS_MAX = 1_000;
    private static final int REASON_MAX = 1_000;

    private final DataSource source;

    public ReaderTables(DataSource source) {
        this.source = source;
    }

    /** 0 for a subscriber that was never seen. */
    long position(String subscriber) {
        return with("select position from event_position where subscriber = ?", query -> {
            query.setString(1, subscriber);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    void savePosition(String subscriber, long position) {
        with(
                "insert into event_position values (?, ?)"
                        + " on conflict (subscriber) do update set position = excluded.position",
                change -> {
                    change.setString(1, subscriber);
                    change.setLong(2, position);
                    return change.executeUpdate();
                });
    }

    List<Parked> parked(String subscriber) {
        return with(
                "select stream, taken, failing, attempts, reason, retry_at, dead, since from event_parked"
                        + " where subscriber = ?",
                query -> {
                    query.setString(1, subscriber);
                    try (ResultSet row = query.executeQuery()) {
                        List<Parked> parked = new ArrayList<>();
                        while (row.next()) {
                            parked.add(new Parked(
                                    new StreamId(row.getString(1)),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getInt(4),
                                    row.getString(5),
                                    instant(row, 6),
                                    row.getBoolean(7),
                                    instant(row, 8)));
                        }
                        return parked;
                    }
                });
    }

    void savePark(String subscriber, Parked parked) {
        with(
                "insert into event_parked values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (subscriber, stream) do update"
                        + " set taken = excluded.taken, failing = excluded.failing, attempts = excluded.attempts,"
                        + " reason = excluded.reason, retry_at = excluded.retry_at, dead = excluded.dead,"
                        + " since = excluded.since",
                change -> {
                    change.setString(1, subscriber);
                    change.setString(2, parked.stream().value());
                    change.setLong(3, parked.taken());
                    change.setLong(4, parked.failing());
                    change.setInt(5, parked.attempts());
                    change.setString(6, parked.reason());
                    change.setObject(7, parked.retryAt().atOffset(ZoneOffset.UTC));
                    change.setBoolean(8, parked.dead());
                    change.setObject(9, parked.since().atOffset(ZoneOffset.UTC));
                    return change.executeUpdate();
                });
    }

    void removePark(String subscriber, StreamId stream) {
        with("delete from event_parked where subscriber = ? and stream = ?", change -> {
            change.setString(1, subscriber);
            change.setString(2, stream.value());
            return change.executeUpdate();
        });
    }

    List<DeadLetter> deadLetters() {
        return with(
                "select subscriber, failing, stream, reason, attempts, since from event_parked where dead"
                        + " order by since, subscriber, failing limit " + DEAD_LETTERS_MAX,
                query -> {
                    try (ResultSet row = query.executeQuery()) {
                        List<DeadLetter> letters = new ArrayList<>();
                        while (row.next()) {
                            letters.add(new DeadLetter(
                                    row.getString(1),
                                    row.getLong(2),
                                    new StreamId(row.getString(3)),
                                    row.getString(4),
                                    row.getInt(5),
                                    instant(row, 6)));
                        }
                        return letters;
                    }
                });
    }

    /** A payload in place of another, of the same type. */
    record Edit(int version, String payload) {}

    /** Payloads that the subscriber gets instead of those in the log, by position. */
    Map<Long, Edit> edits(String subscriber) {
        return with("select position, version, payload from event_edit where subscriber = ?", query -> {
            query.setString(1, subscriber);
            try (ResultSet row = query.executeQuery()) {
                Map<Long, Edit> edits = new HashMap<>();
                while (row.next()) {
                    edits.put(row.getLong(1), new Edit(row.getInt(2), row.getString(3)));
                }
                return edits;
            }
        });
    }

    boolean isDead(String subscriber, long position) {
        return with("select 1 from event_parked where subscriber = ? and failing = ? and dead", query -> {
            query.setString(1, subscriber);
            query.setLong(2, position);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        });
    }

    /** The attempts stay, so that one more failure makes it a dead letter again. */
    static Projection retried(String subscriber, long position, Instant now) {
        return release("retry_at = ?, dead = false", subscriber, position, now);
    }

    static Projection dropped(String subscriber, long position, Instant now) {
        return release("retry_at = ?, dead = false, taken = failing, attempts = 0", subscriber, position, now);
    }

    static Projection edited(String subscriber, long position, Edit edit, Instant now) {
        return connection -> {
            retried(subscriber, position, now).write(connection);
            try (PreparedStatement change = connection.prepareStatement("insert into event_edit values (?, ?, ?, ?)"
                    + " on conflict (subscriber, position) do update"
                    + " set version = excluded.version, payload = excluded.payload")) {
                change.setString(1, subscriber);
                change.setLong(2, position);
                change.setInt(3, edit.version());
                change.setString(4, edit.payload());
                change.executeUpdate();
            }
        };
    }

    /** One line, of a length that a table can show, without what PostgreSQL text cannot hold. */
    static String reason(Throwable failure) {
        String text = failure.toString().replace('\0', ' ').lines().findFirst().orElse("no reason given");
        return text.length() > REASON_MAX ? text.substring(0, REASON_MAX) : text;
    }

    private static Projection release(String assignments, String subscriber, long position, Instant now) {
        return connection -> {
            try (PreparedStatement change = connection.prepareStatement(
                    "update event_parked set " + assignments + " where subscriber = ? and failing = ? and dead")) {
                change.setObject(1, now.atOffset(ZoneOffset.UTC));
                change.setString(2, subscriber);
                change.setLong(3, position);
                if (change.executeUpdate() == 0) {
                    throw new SQLException("the dead letter was resolved by somebody else");
                }
            }
        };
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new EventLogException("could not keep the place of a subscriber: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
