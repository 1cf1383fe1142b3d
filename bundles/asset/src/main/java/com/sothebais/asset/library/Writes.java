package com.sothebais.asset.library;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.NamedAsset.Origin;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Changes the tables of the library, each inside a transaction of the caller. */
final class Writes {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('asset ' || ?, 0))";
    private static final String CONTENT =
            "insert into asset_content (hash, media_type, size_bytes, width, height, owned, stored_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?) on conflict (hash) do nothing";

    // The update changes nothing but takes the row, so that the versions of one name are numbered one after another.
    private static final String ENTRY = "insert into asset_entry as e (name) values (?)"
            + " on conflict (lower(name)) where trashed_at is null do update set name = e.name returning number";
    private static final String VERSION =
            "insert into asset_version (entry, version, hash, uploaded_at, uploaded_by, token_uri, token_id, picture_uri)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DEED =
            "insert into asset_deed (entry, name, done_at, person, act, version, hash, reason)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TRASH = "update asset_entry set trashed_at = ?, trashed_by = ? where number = ?";
    private static final String RESTORE =
            "update asset_entry set trashed_at = null, trashed_by = null where number = ?";
    private static final String REMOVE = "delete from asset_entry where number = ?";
    private static final String FORGET = "delete from asset_content where hash = ?";
    private static final String EXPIRED =
            "select number from asset_entry where trashed_at <= ? order by trashed_at limit ?";
    private static final String OTHERS = "select 1 from asset_version where hash = ? and entry <> ? limit 1";
    private static final String OWNED = "select owned from asset_content where hash = ?";
    private static final String IS_TRASHED = "select bool_and(e.trashed_at is not null) from asset_version v"
            + " join asset_entry e on e.number = v.entry where v.hash = ?";
    private static final String USE =
            "insert into asset_use (hash, kind, place, label) values (?, ?, ?, ?) on conflict do nothing";

    private Writes() {}

    /** Who uploaded when, and from where when not from an own file. */
    record Upload(Instant at, String person, Optional<Origin> origin) {}

    /** Which asset. */
    record Subject(long number, String name) {}

    /** What was done; the hash may be {@code null}. */
    record Act(String name, OptionalInt version, String hash) {}

    /** Who did it and why. */
    record Cause(String person, String reason) {}

    /** Nobody else stores or removes this content until the end of the transaction, in any process. */
    static void lock(Connection connection, AssetId id) throws SQLException {
        Sql.rows(connection, LOCK, s -> s.setString(1, id.value()), row -> true);
    }

    static void content(Connection connection, Received received, boolean owned, Instant now) throws SQLException {
        Sql.change(connection, CONTENT, s -> {
            s.setString(1, received.content().id().value());
            s.setString(2, received.content().mediaType());
            s.setLong(3, received.content().sizeBytes());
            number(s, 4, received.shape().width());
            number(s, 5, received.shape().height());
            s.setBoolean(6, owned);
            s.setObject(7, utc(now));
        });
    }

    /** The asset that has the name, made when there is none. */
    static long entry(Connection connection, String name) throws SQLException {
        return Sql.rows(connection, ENTRY, s -> s.setString(1, name), row -> row.getLong(1))
                .get(0);
    }

    static void version(Connection connection, long entry, int version, AssetId id, Upload upload) throws SQLException {
        Sql.change(connection, VERSION, s -> {
            s.setLong(1, entry);
            s.setInt(2, version);
            s.setString(3, id.value());
            s.setObject(4, utc(upload.at()));
            s.setString(5, upload.person());
            s.setString(6, upload.origin().map(Origin::tokenUri).orElse(null));
            s.setBigDecimal(
                    7,
                    upload.origin()
                            .flatMap(Origin::tokenId)
                            .map(BigDecimal::new)
                            .orElse(null));
            s.setString(8, upload.origin().map(Origin::pictureUri).orElse(null));
        });
    }

    static void deed(Connection connection, Subject subject, Act act, Instant now, Cause cause) throws SQLException {
        Sql.change(connection, DEED, s -> {
            s.setLong(1, subject.number());
            s.setString(2, subject.name());
            s.setObject(3, utc(now));
            s.setString(4, cause.person());
            s.setString(5, act.name());
            number(s, 6, act.version());
            s.setString(7, act.hash());
            s.setString(8, cause.reason());
        });
    }

    static void trash(Connection connection, long number, Instant now, String person) throws SQLException {
        Sql.change(connection, TRASH, s -> {
            s.setObject(1, utc(now));
            s.setString(2, person);
            s.setLong(3, number);
        });
    }

    static void restore(Connection connection, long number) throws SQLException {
        Sql.change(connection, RESTORE, s -> s.setLong(1, number));
    }

    static void remove(Connection connection, long number) throws SQLException {
        Sql.change(connection, REMOVE, s -> s.setLong(1, number));
    }

    static void forget(Connection connection, AssetId id) throws SQLException {
        Sql.change(connection, FORGET, s -> s.setString(1, id.value()));
    }

    /** Assets that were put into the trash before an instant, oldest first. */
    static List<Long> expired(Connection connection, Instant before, int limit) throws SQLException {
        return Sql.rows(
                connection,
                EXPIRED,
                s -> {
                    s.setObject(1, utc(before));
                    s.setInt(2, limit);
                },
                row -> row.getLong(1));
    }

    /** Whether another asset has the content too. */
    static boolean hasOthers(Connection connection, AssetId id, long but) throws SQLException {
        return !Sql.rows(
                        connection,
                        OTHERS,
                        s -> {
                            s.setString(1, id.value());
                            s.setLong(2, but);
                        },
                        row -> true)
                .isEmpty();
    }

    /** Whether there is a row of the content and the library stored it. */
    static boolean isOwned(Connection connection, AssetId id) throws SQLException {
        return Sql.rows(connection, OWNED, s -> s.setString(1, id.value()), row -> row.getBoolean(1))
                .contains(true);
    }

    static boolean hasRow(Connection connection, AssetId id) throws SQLException {
        return !Sql.rows(connection, OWNED, s -> s.setString(1, id.value()), row -> true)
                .isEmpty();
    }

    static boolean isTrashed(Connection connection, AssetId id) throws SQLException {
        return Sql.rows(connection, IS_TRASHED, s -> s.setString(1, id.value()), row -> row.getBoolean(1))
                .contains(true);
    }

    static void uses(Connection connection, List<UsedContent> uses) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(USE)) {
            for (UsedContent used : uses) {
                statement.setString(1, used.content().value());
                statement.setString(2, used.use().kind());
                statement.setString(3, used.use().place());
                statement.setString(4, used.use().label());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void number(PreparedStatement statement, int at, OptionalInt value) throws SQLException {
        if (value.isPresent()) {
            statement.setInt(at, value.getAsInt());
        } else {
            statement.setNull(at, Types.INTEGER);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
