package com.sothebais.asset.library;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetLibrary.Deed;
import com.sothebais.api.asset.AssetLibrary.Filter;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.NamedAsset;
import com.sothebais.api.asset.NamedAsset.Origin;
import com.sothebais.api.asset.NamedAsset.Shape;
import com.sothebais.api.asset.NamedAsset.Trashed;
import com.sothebais.api.asset.NamedAsset.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the tables of the library. */
final class Rows {
    /** Most places that one answer names. */
    static final int USES_MAX = 100;

    private static final int DEEDS_MAX = 200;

    private static final String ENTRY = "select e.number, e.name, e.trashed_at, e.trashed_by from asset_entry e ";
    private static final String LIST = ENTRY
            + "where e.number < ? and (e.trashed_at is not null) = ? and (? = '' or strpos(lower(e.name), lower(?)) > 0)"
            + " and (? = '' or ? = (select c.media_type from asset_version v join asset_content c using (hash)"
            + " where v.entry = e.number order by v.version desc limit 1)) order by e.number desc limit ?";
    private static final String VERSIONS =
            "select v.entry, v.version, v.hash, v.uploaded_at, v.uploaded_by, c.media_type, c.size_bytes, c.width, c.height,"
                    + " v.token_uri, v.token_id, v.picture_uri"
                    + " from asset_version v join asset_content c using (hash) where v.entry = any(?)"
                    + " order by v.entry desc, v.version desc";
    private static final String USES =
            "select kind, place, label from asset_use where hash = any(?)" + " order by kind, place limit " + USES_MAX;
    private static final String DEEDS = "select done_at, person, act, version, reason from asset_deed where entry = ?"
            + " order by id desc limit " + DEEDS_MAX;
    private static final String HASHES = "select hash from asset_content where hash > ? order by hash limit ?";

    private static final String NEWEST =
            "select version, hash from asset_version where entry = ? order by version desc limit 1";

    private Rows() {}

    /** The last upload of an asset. */
    record Newest(int version, AssetId content) {}

    /** Empty for an asset that is being made. */
    static Optional<Newest> newest(Connection connection, long number) throws SQLException {
        return Sql.rows(
                        connection,
                        NEWEST,
                        s -> s.setLong(1, number),
                        row -> new Newest(row.getInt(1), new AssetId(row.getString(2))))
                .stream()
                .findFirst();
    }

    private record Entry(long number, String name, Optional<Trashed> trashed) {}

    static List<NamedAsset> list(Connection connection, Filter filter, long before, int limit) throws SQLException {
        String text = filter.text().orElse("");
        String type = filter.mediaType().orElse("");
        return withVersions(
                connection,
                Sql.rows(
                        connection,
                        LIST,
                        s -> {
                            s.setLong(1, before);
                            s.setBoolean(2, filter.trashed());
                            s.setString(3, text);
                            s.setString(4, text);
                            s.setString(5, type);
                            s.setString(6, type);
                            s.setInt(7, limit);
                        },
                        Rows::entry));
    }

    /** @param lock whether nobody else may change it until the end of the transaction */
    static Optional<NamedAsset> find(Connection connection, long number, boolean lock) throws SQLException {
        String sql = ENTRY + "where e.number = ?" + (lock ? " for update" : "");
        return withVersions(connection, Sql.rows(connection, sql, s -> s.setLong(1, number), Rows::entry)).stream()
                .findFirst();
    }

    static List<AssetUse> uses(Connection connection, List<AssetId> ids) throws SQLException {
        String[] hashes = ids.stream().map(AssetId::value).toArray(String[]::new);
        return Sql.rows(
                connection,
                USES,
                s -> s.setArray(1, connection.createArrayOf("text", hashes)),
                row -> new AssetUse(row.getString(1), row.getString(2), row.getString(3)));
    }

    static List<Deed> deeds(Connection connection, long number) throws SQLException {
        return Sql.rows(
                connection,
                DEEDS,
                s -> s.setLong(1, number),
                row -> new Deed(
                        instant(row, 1),
                        row.getString(2),
                        row.getString(3),
                        optional(row, 4).stream().asLongStream().findFirst(),
                        row.getString(5)));
    }

    /** Hashes that have a row, behind one, in their order. */
    static List<AssetId> hashes(Connection connection, String behind, int limit) throws SQLException {
        return Sql.rows(
                connection,
                HASHES,
                s -> {
                    s.setString(1, behind);
                    s.setInt(2, limit);
                },
                row -> new AssetId(row.getString(1)));
    }

    private static List<NamedAsset> withVersions(Connection connection, List<Entry> entries) throws SQLException {
        Long[] numbers = entries.stream().map(Entry::number).toArray(Long[]::new);
        Map<Long, List<Version>> versions = new LinkedHashMap<>();
        Sql.rows(
                connection,
                VERSIONS,
                s -> s.setArray(1, connection.createArrayOf("bigint", numbers)),
                row -> versions.computeIfAbsent(row.getLong(1), n -> new ArrayList<>())
                        .add(version(row)));
        return entries.stream()
                .map(entry -> new NamedAsset(
                        entry.number(),
                        entry.name(),
                        versions.getOrDefault(entry.number(), List.of()),
                        entry.trashed()))
                .toList();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject(3, OffsetDateTime.class);
        Optional<Trashed> trashed = at == null
                ? Optional.empty()
                : Optional.of(new Trashed(
                        at.toInstant(), row.getString(4), at.toInstant().plus(AssetLibrary.UNDO)));
        return new Entry(row.getLong(1), row.getString(2), trashed);
    }

    private static Version version(ResultSet row) throws SQLException {
        Asset asset = new Asset(new AssetId(row.getString(3)), row.getString(6), row.getLong(7));
        Shape shape = new Shape(optional(row, 8), optional(row, 9));
        return new Version(row.getInt(2), asset, shape, instant(row, 4), row.getString(5), origin(row));
    }

    private static Optional<Origin> origin(ResultSet row) throws SQLException {
        String tokenUri = row.getString(10);
        if (tokenUri == null) {
            return Optional.empty();
        }
        Optional<BigInteger> tokenId =
                Optional.ofNullable(row.getBigDecimal(11)).map(BigDecimal::toBigIntegerExact);
        return Optional.of(new Origin(tokenUri, tokenId, row.getString(12)));
    }

    private static OptionalInt optional(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
