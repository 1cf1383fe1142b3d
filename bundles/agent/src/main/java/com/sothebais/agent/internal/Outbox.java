package com.sothebais.agent.internal;

import com.sothebais.agent.internal.Cue.Origin;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.PostId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The table of what the host wants to post. A post waits here through outages and restarts, and a key that was ever written is never
 * written again while its row is kept. Thread-safe.
 */
final class Outbox {
    /** Chat beyond this many waiting posts is not worth adding; verdicts and announcements always are. */
    static final int CHAT_WAITING_MAX = 100;

    /** Finished rows kept, so that a fact delivered again after a restart finds its answer. */
    static final int FINISHED_MAX = 10_000;

    private static final String ADD =
            "insert into agent_outbox (key, network, reply_to, body, media, urgency, correlation, causation, due, created)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing";
    private static final String DUE =
            "select key, network, reply_to, body, media, urgency, correlation, causation, attempts from agent_outbox"
                    + " where state = 'WAITING' and due <= ? and network <> all (?) order by urgency, created, key limit ?";
    private static final String FINISH = "update agent_outbox set state = ?, attempts = attempts + 1 where key = ?";
    private static final String POSTPONE =
            "update agent_outbox set due = ?, attempts = attempts + ? where key = ? and state = 'WAITING'";
    private static final String WAITING = "select count(*) from agent_outbox where state = 'WAITING'";
    private static final String PRUNE =
            "delete from agent_outbox where state <> 'WAITING' and created < (select created from agent_outbox"
                    + " where state <> 'WAITING' order by created desc offset ? limit 1)";

    private final DataSource database;

    Outbox(DataSource database) {
        this.database = database;
    }

    /**
     * A post that waits.
     *
     * @param attempts how often the network was tried
     */
    record Waiting(PlannedPost post, int attempts) {}

    /** Writes the posts in one transaction; those whose key is known already change nothing. */
    void add(List<PlannedPost> posts, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            connection.setAutoCommit(false);
            try {
                for (PlannedPost post : posts) {
                    bind(insert, post, now);
                    insert.executeUpdate();
                }
                connection.commit();
            } finally {
                // Nothing is left to roll back after the commit; after a failure this undoes the half.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * Posts whose time has come, the most urgent and oldest first.
     *
     * @param resting networks whose posts are left out, so that they take no place from those of others
     */
    List<Waiting> due(Instant now, Collection<String> resting, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, utc(now));
            select.setArray(2, connection.createArrayOf("text", resting.toArray()));
            select.setInt(3, limit);
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    waiting.add(read(rows));
                }
            }
            return waiting;
        }
    }

    /** Marks the post as done, in the transaction that records the fact of it. */
    static void finish(Connection connection, String key, boolean posted) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FINISH)) {
            update.setString(1, posted ? "POSTED" : "REFUSED");
            update.setString(2, key);
            update.executeUpdate();
        }
    }

    /** @param tried whether the network was really asked, which counts as an attempt */
    void postpone(String key, Instant due, boolean tried) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(POSTPONE)) {
            update.setObject(1, utc(due));
            update.setInt(2, tried ? 1 : 0);
            update.setString(3, key);
            update.executeUpdate();
        }
    }

    int waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WAITING);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Forgets the oldest finished posts beyond the newest {@code keep}. */
    int prune(int keep) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(PRUNE)) {
            delete.setInt(1, Math.max(0, keep - 1));
            return delete.executeUpdate();
        }
    }

    private static void bind(PreparedStatement insert, PlannedPost post, Instant now) throws SQLException {
        Draft draft = post.draft();
        insert.setString(1, draft.key());
        insert.setString(2, post.network());
        insert.setString(3, draft.replyTo().map(PostId::id).orElse(null));
        insert.setString(4, draft.text());
        insert.setString(5, draft.media().map(AssetId::value).orElse(null));
        insert.setInt(6, post.urgency());
        insert.setString(7, post.origin().correlation().value());
        insert.setObject(8, post.origin().causation().orElseThrow().value());
        insert.setObject(9, utc(now));
        insert.setObject(10, utc(now));
    }

    private static Waiting read(ResultSet row) throws SQLException {
        String network = row.getString("network");
        Draft draft = new Draft(
                row.getString("key"),
                row.getString("body"),
                Optional.ofNullable(row.getString("reply_to")).map(id -> new PostId(network, id)),
                Optional.ofNullable(row.getString("media")).map(AssetId::new));
        Origin origin = new Origin(
                new CorrelationId(row.getString("correlation")),
                Optional.of(new EventId(row.getObject("causation", UUID.class))));
        return new Waiting(new PlannedPost(network, draft, row.getInt("urgency"), origin), row.getInt("attempts"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
