package com.sothebais.social.sandbox.internal;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SocialException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The tables of the sandbox. Thread-safe; every failure of the database is a retryable {@link SocialException}. */
final class PostStore {
    private static final String SELECT =
            """
            select p.sequence, p.body, p.posted_at, p.kind, p.target, p.mentions_host, p.routed, p.media,
                   a.number, a.handle, a.display_name, t.author
            from social_sandbox_post p
            join social_sandbox_account a on a.number = p.author
            left join social_sandbox_post t on t.sequence = p.target
            """;
    private static final String CURSOR = "inbox";
    /** New posts wait as long, so that it is short; it is tried again. */
    static final Duration WRITERS_WAIT = Duration.ofSeconds(1);

    private final DataSource dataSource;

    PostStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A post before it has a number. */
    record Fresh(
            Account author,
            String text,
            Instant at,
            Relation relation,
            boolean mentionsHost,
            boolean routed,
            Optional<String> draftKey,
            Optional<AssetId> media) {}

    List<Account> accounts() {
        return query(
                "select number, handle, display_name from social_sandbox_account order by number",
                s -> {},
                r -> account(r, 1));
    }

    /** Creates the account; another writer's account of the same handle is returned instead. */
    Account join(String handle, String displayName, Instant at) {
        query(
                """
                insert into social_sandbox_account (handle, display_name, joined_at) values (?, ?, ?)
                on conflict do nothing returning number
                """,
                s -> {
                    s.setString(1, handle);
                    s.setString(2, displayName);
                    s.setObject(3, at.atOffset(ZoneOffset.UTC));
                },
                r -> r.getLong(1));
        return query(
                        "select number, handle, display_name from social_sandbox_account where lower(handle) = lower(?)",
                        s -> s.setString(1, handle),
                        r -> account(r, 1))
                .get(0);
    }

    /** Durable on return. */
    Stored insert(Fresh fresh) {
        long sequence = query(
                        """
                        insert into social_sandbox_post
                          (author, body, posted_at, kind, target, mentions_host, routed, draft_key, media)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning sequence
                        """,
                        s -> bind(s, fresh),
                        r -> r.getLong(1))
                .get(0);
        PostId id = new PostId(SandboxNetwork.NAME, Long.toString(sequence));
        Post post = new Post(id, fresh.author(), fresh.text(), fresh.at(), fresh.relation(), fresh.mentionsHost());
        return new Stored(sequence, post, fresh.routed(), fresh.media());
    }

    Optional<Stored> find(long sequence) {
        return query(SELECT + "where p.sequence = ?", s -> s.setLong(1, sequence), PostStore::stored).stream()
                .findFirst();
    }

    Optional<Stored> findDraft(String key) {
        return query(SELECT + "where p.draft_key = ?", s -> s.setString(1, key), PostStore::stored).stream()
                .findFirst();
    }

    /** Newest first. */
    List<Stored> newest(int limit) {
        return query(SELECT + "order by p.sequence desc limit ?", s -> s.setInt(1, limit), PostStore::stored);
    }

    /** Posts for the inbox behind {@code sequence}, oldest first. */
    List<Stored> routedAfter(long sequence, int limit) {
        return query(
                SELECT + "where p.routed and p.sequence > ? order by p.sequence limit ?",
                s -> {
                    s.setLong(1, sequence);
                    s.setInt(2, limit);
                },
                PostStore::stored);
    }

    /**
     * Returns once every write that had begun has ended, one way or the other: the lock waits for them, and at most
     * {@link #WRITERS_WAIT}.
     */
    void awaitWriters() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("set local lock_timeout = " + WRITERS_WAIT.toMillis());
                statement.execute("lock table social_sandbox_post in share mode");
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new SocialException("the sandbox's database has not ended a write yet: " + e.getMessage(), true, e);
        }
    }

    long cursor() {
        return query(
                        "select sequence from social_sandbox_cursor where name = ?",
                        s -> s.setString(1, CURSOR),
                        r -> r.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** Moves the cursor on; it never moves back. */
    void moveCursor(long sequence) {
        query(
                """
                insert into social_sandbox_cursor as c (name, sequence) values (?, ?)
                on conflict (name) do update set sequence = greatest(c.sequence, excluded.sequence) returning sequence
                """,
                s -> {
                    s.setString(1, CURSOR);
                    s.setLong(2, sequence);
                },
                r -> r.getLong(1));
    }

    private static void bind(PreparedStatement statement, Fresh fresh) throws SQLException {
        statement.setLong(1, Long.parseLong(fresh.author().id().id()));
        statement.setString(2, fresh.text());
        statement.setObject(3, fresh.at().atOffset(ZoneOffset.UTC));
        statement.setString(4, fresh.relation().kind().name());
        statement.setObject(
                5,
                fresh.relation()
                        .target()
                        .map(target -> Long.valueOf(target.id()))
                        .orElse(null),
                java.sql.Types.BIGINT);
        statement.setBoolean(6, fresh.mentionsHost());
        statement.setBoolean(7, fresh.routed());
        statement.setString(8, fresh.draftKey().orElse(null));
        statement.setString(9, fresh.media().map(AssetId::value).orElse(null));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        long sequence = row.getLong(1);
        Relation.Kind kind = Relation.Kind.valueOf(row.getString(4));
        Relation relation = kind == Relation.Kind.ORIGINAL
                ? Relation.ORIGINAL
                : Relation.to(
                        kind,
                        new PostId(SandboxNetwork.NAME, Long.toString(row.getLong(5))),
                        new AccountId(SandboxNetwork.NAME, Long.toString(row.getLong(12))));
        Post post = new Post(
                new PostId(SandboxNetwork.NAME, Long.toString(sequence)),
                account(row, 9),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                relation,
                row.getBoolean(6));
        return new Stored(
                sequence,
                post,
                row.getBoolean(7),
                Optional.ofNullable(row.getString(8)).map(AssetId::new));
    }

    private static Account account(ResultSet row, int column) throws SQLException {
        AccountId id = new AccountId(SandboxNetwork.NAME, Long.toString(row.getLong(column)));
        return new Account(id, row.getString(column + 1), row.getString(column + 2));
    }

    private <T> List<T> query(String sql, Binder binder, Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new SocialException("the sandbox's database did not answer: " + e.getMessage(), true, e);
        }
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
