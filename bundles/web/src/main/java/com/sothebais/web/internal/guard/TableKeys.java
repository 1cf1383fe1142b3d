package com.sothebais.web.internal.guard;

import com.sothebais.api.database.Database;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Keys.Claim.Done;
import com.sothebais.web.internal.guard.Keys.Claim.First;
import com.sothebais.web.internal.guard.Keys.Claim.OtherBody;
import com.sothebais.web.internal.guard.Keys.Claim.Running;
import com.sothebais.web.internal.parts.Parts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys in the table {@code web_idempotency}, where they survive a restart. A claim is one insert, so that of two calls at the
 * same moment, on whatever node, one is the first.
 */
public final class TableKeys implements Keys {
    /** How often old answers are thrown away; done by the next claim, so that no thread is needed. */
    static final Duration CLEAN_EVERY = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(TableKeys.class);

    /** A claim that finds the row gone again was in the way of a release; more often than this it is bad luck. */
    private static final int ATTEMPTS_MAX = 3;

    private static final int PATH_MAX = 200;

    private static final String CLAIM =
            "insert into web_idempotency as known (id, person, method, path, body_hash, ticket, started)"
                    + " values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set body_hash = excluded.body_hash,"
                    + " ticket = excluded.ticket, started = excluded.started, status = null, answer = null"
                    + " where known.started <= ? or (known.status is null and known.started <= ?"
                    + " and known.body_hash = excluded.body_hash)";
    private static final String FIND = "select body_hash, started, status, answer from web_idempotency where id = ?";
    private static final String FINISH = "update web_idempotency set status = ?, answer = ? where ticket = ?";
    private static final String RELEASE = "delete from web_idempotency where ticket = ?";
    private static final String EXPIRE = "delete from web_idempotency where started <= ?";
    private static final String CROP = "delete from web_idempotency where started < (select started"
            + " from web_idempotency order by started desc offset ? limit 1)";

    private final Parts parts;
    private final InstantSource clock;
    private Database migrated;
    private Instant cleaned = Instant.MIN;

    public TableKeys(Parts parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public Claim claim(Use use) {
        return query(connection -> {
            clean(connection);
            String id = BodyHash.of(use.person(), use.method(), use.path(), use.key());
            for (int i = 0; i < ATTEMPTS_MAX; i++) {
                UUID ticket = UUID.randomUUID();
                if (insert(connection, id, use, ticket)) {
                    return new First(ticket);
                }
                Optional<Claim> known = find(connection, id, use);
                if (known.isPresent()) {
                    return known.get();
                }
            }
            return new Running(clock.instant());
        });
    }

    @Override
    public void finish(UUID ticket, int status, byte[] answer) {
        query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
                statement.setInt(1, status);
                statement.setBytes(2, answer.length > ANSWER_MAX_BYTES ? null : answer);
                statement.setObject(3, ticket);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void release(UUID ticket) {
        query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
                statement.setObject(1, ticket);
                return statement.executeUpdate();
            }
        });
    }

    private boolean insert(Connection connection, String id, Use use, UUID ticket) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, id);
            statement.setString(2, use.person());
            statement.setString(3, use.method());
            statement.setString(
                    4, use.path().substring(0, Math.min(PATH_MAX, use.path().length())));
            statement.setString(5, use.bodyHash());
            statement.setObject(6, ticket);
            statement.setObject(7, utc(now));
            statement.setObject(8, utc(now.minus(KEPT)));
            statement.setObject(9, utc(now.minus(RUNNING_MAX)));
            return statement.executeUpdate() == 1;
        }
    }

    private static Optional<Claim> find(Connection connection, String id, Use use) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row, use)) : Optional.empty();
            }
        }
    }

    private static Claim read(ResultSet row, Use use) throws SQLException {
        if (!row.getString("body_hash").equals(use.bodyHash())) {
            return new OtherBody();
        }
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Running(row.getObject("started", OffsetDateTime.class).toInstant());
        }
        byte[] answer = row.getBytes("answer");
        return new Done(status, answer == null ? new byte[0] : answer);
    }

    private void clean(Connection connection) throws SQLException {
        Instant now = clock.instant();
        synchronized (this) {
            if (now.isBefore(cleaned)) {
                return;
            }
            cleaned = now.plus(CLEAN_EVERY);
        }
        try (PreparedStatement expire = connection.prepareStatement(EXPIRE);
                PreparedStatement crop = connection.prepareStatement(CROP)) {
            expire.setObject(1, utc(now.minus(KEPT)));
            crop.setInt(1, ANSWERS_MAX);
            int gone = expire.executeUpdate() + crop.executeUpdate();
            LOG.debug("{} remembered answers were thrown away", gone);
        }
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T query(Question<T> question) {
        Database database = parts.find(Database.class).orElseThrow(() -> Refusal.unavailable(Database.class));
        try {
            migrate(database);
        } catch (IllegalStateException e) {
            LOG.error("The table of idempotency keys cannot be made: {}", e.getMessage());
            throw Refusal.unavailable(Database.class);
        }
        try (Connection connection = database.dataSource().getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            LOG.warn("The table of idempotency keys cannot be used: {}", e.getMessage());
            throw Refusal.unavailable(Database.class);
        }
    }

    /** Once for each database service: another one may be another server. */
    private synchronized void migrate(Database database) {
        if (migrated != database) {
            database.migrate("web", TableKeys.class);
            migrated = database;
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
