package com.sothebais.asset.library;

import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.AssetConflictException.Obstacle;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.AssetUses;
import com.sothebais.api.asset.Assets.AssetException;
import com.sothebais.api.asset.NamedAsset;
import com.sothebais.api.event.Decree;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library in the tables {@code asset_*}. Content is stored before its row and removed before it, both under a lock on its hash, so
 * that a row always has its content whatever is killed. Thread-safe, also between processes.
 */
public final class TableLibrary implements AssetLibrary {
    /** Most versions of one asset. */
    static final int VERSIONS_MAX = 500;

    private static final Logger LOG = LoggerFactory.getLogger(TableLibrary.class);
    private static final String UNIQUE_VIOLATION = "23505";

    private final Sql sql;
    private final Shelf shelf;
    private final Supplier<List<AssetUses>> users;
    private final InstantSource clock;

    /** @param users the parts that keep references to assets, at this moment */
    public TableLibrary(DataSource source, Shelf shelf, Supplier<List<AssetUses>> users, InstantSource clock) {
        this.sql = new Sql(source);
        this.shelf = shelf;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public Upload receive(InputStream content) {
        return shelf.receive(content);
    }

    @Override
    public NamedAsset add(Upload upload, String name, String person, Optional<NamedAsset.Origin> origin) {
        if (!(upload instanceof Received received)) {
            throw new IllegalArgumentException("expected an upload that this library received, got " + upload);
        }
        String checked = Names.checked(name);
        Objects.requireNonNull(person, "person");
        long number = sql.transact(connection -> {
            Writes.lock(connection, received.content().id());
            store(connection, received);
            return version(connection, received, checked, new Writes.Upload(clock.instant(), person, origin));
        });
        clear(received.content().id());
        return known(number);
    }

    private void store(Connection connection, Received received) throws SQLException {
        AssetId id = received.content().id();
        try {
            boolean there = shelf.contents().stat(id).isPresent();
            if (!there) {
                shelf.pending().note(id);
                shelf.put(received);
            }
            Writes.content(connection, received, !there, clock.instant());
        } catch (IOException e) {
            throw new AssetException(
                    "cannot store " + received.content().sizeBytes() + " bytes in "
                            + shelf.contents().place() + ": " + e,
                    e);
        }
    }

    private long version(Connection connection, Received received, String name, Writes.Upload upload)
            throws SQLException {
        long number = Writes.entry(connection, name);
        Optional<Rows.Newest> newest = Rows.newest(connection, number);
        if (newest.isPresent()
                && newest.get().content().equals(received.content().id())) {
            return number;
        }
        int version = newest.map(Rows.Newest::version).orElse(0) + 1;
        if (version > VERSIONS_MAX) {
            throw new AssetConflictException(
                    Obstacle.STATE,
                    "'" + name + "' has " + VERSIONS_MAX + " versions already; upload under another name.");
        }
        Writes.version(connection, number, version, received.content().id(), upload);
        Writes.Act act = new Writes.Act(
                "UPLOADED", OptionalInt.of(version), received.content().id().value());
        Writes.Cause cause = new Writes.Cause(upload.person(), "");
        Writes.deed(connection, new Writes.Subject(number, name), act, upload.at(), cause);
        LOG.info(
                "asset {} '{}' has version {} ({}) by {}",
                number,
                name,
                version,
                received.content().id(),
                upload.person());
        return number;
    }

    @Override
    public List<NamedAsset> list(Filter filter, long before, int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new IllegalArgumentException("expected a limit of 1.." + PAGE_MAX + ", got " + limit);
        }
        return sql.read(connection -> Rows.list(connection, filter, before, limit));
    }

    @Override
    public Optional<NamedAsset> find(long number) {
        return sql.read(connection -> Rows.find(connection, number, false));
    }

    @Override
    public List<AssetUse> uses(NamedAsset asset) {
        return uses(ids(asset));
    }

    /** Where any of these contents is shown. A part that cannot tell counts as a use, for what it would have told. */
    List<AssetUse> uses(List<AssetId> ids) {
        List<AssetUse> uses = new ArrayList<>(sql.read(connection -> Rows.uses(connection, ids)));
        for (AssetUses user : users.get()) {
            for (AssetId id : ids) {
                if (uses.size() < Rows.USES_MAX) {
                    uses.addAll(told(user, id));
                }
            }
        }
        return List.copyOf(uses.subList(0, Math.min(Rows.USES_MAX, uses.size())));
    }

    private static List<AssetUse> told(AssetUses user, AssetId id) {
        try {
            return user.of(id);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} does not tell whether it uses asset {}: {}",
                    user.getClass().getName(),
                    id,
                    e.toString());
            String part = user.getClass().getSimpleName();
            return List.of(new AssetUse("unknown", part, "A part that does not answer at the moment: " + part));
        }
    }

    @Override
    public List<Deed> deeds(long number) {
        return sql.read(connection -> Rows.deeds(connection, number));
    }

    @Override
    public NamedAsset trash(long number, Decree decree) {
        List<AssetUse> uses = uses(ids(known(number)));
        if (!uses.isEmpty()) {
            throw new AssetConflictException(
                    Obstacle.IN_USE,
                    "The asset is shown in " + uses.size() + " place(s), first in: "
                            + uses.get(0).label()
                            + ". Show something else there first; what a published campaign sells stays.",
                    uses);
        }
        return move(number, decree, "TRASHED", connection -> {
            NamedAsset asset = locked(connection, number);
            if (asset.trashed().isPresent()) {
                throw new AssetConflictException(Obstacle.STATE, "The asset is in the trash already.");
            }
            Writes.trash(connection, number, clock.instant(), decree.admin());
            return asset;
        });
    }

    @Override
    public NamedAsset restore(long number, Decree decree) {
        return move(number, decree, "RESTORED", connection -> {
            NamedAsset asset = locked(connection, number);
            NamedAsset.Trashed trashed = asset.trashed()
                    .orElseThrow(() -> new AssetConflictException(Obstacle.STATE, "The asset is not in the trash."));
            if (!clock.instant().isBefore(trashed.until())) {
                throw new AssetConflictException(
                        Obstacle.STATE, "The asset could be restored till " + trashed.until() + "; upload it again.");
            }
            restore(connection, asset);
            return asset;
        });
    }

    /** Takes an asset that is used after all out of the trash, whatever its time. */
    void bringBack(NamedAsset asset, AssetUse use) {
        Decree decree = new Decree("platform", "It is in use by now.");
        LOG.warn(
                "asset {} '{}' comes back from the trash: it is shown in {}",
                asset.number(),
                asset.name(),
                use.label());
        move(asset.number(), decree, "RESTORED", connection -> {
            restore(connection, asset);
            return asset;
        });
    }

    private static void restore(Connection connection, NamedAsset asset) throws SQLException {
        try {
            Writes.restore(connection, asset.number());
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new AssetConflictException(
                        Obstacle.NAME_TAKEN,
                        "Another asset has the name '" + asset.name() + "' now; delete that one first.");
            }
            throw e;
        }
    }

    private NamedAsset move(long number, Decree decree, String act, Sql.Work<NamedAsset> work) {
        sql.transact(connection -> {
            NamedAsset asset = work.run(connection);
            Writes.Subject subject = new Writes.Subject(number, asset.name());
            Writes.Act what = new Writes.Act(act, OptionalInt.empty(), null);
            Writes.Cause cause = new Writes.Cause(decree.admin(), decree.reason());
            Writes.deed(connection, subject, what, clock.instant(), cause);
            return asset;
        });
        LOG.info("asset {}: {} by {}", number, act, decree.admin());
        return known(number);
    }

    @Override
    public boolean isTrashed(AssetId content) {
        return sql.read(connection -> Writes.isTrashed(connection, content));
    }

    /** What published campaigns show, from their facts; the same again changes nothing. */
    public void note(List<UsedContent> uses) {
        sql.transact(connection -> {
            Writes.uses(connection, uses);
            return uses.size();
        });
    }

    Sql sql() {
        return sql;
    }

    Shelf shelf() {
        return shelf;
    }

    Instant now() {
        return clock.instant();
    }

    static List<AssetId> ids(NamedAsset asset) {
        return asset.versions().stream()
                .map(version -> version.content().id())
                .distinct()
                .sorted(Comparator.comparing(AssetId::value))
                .toList();
    }

    private void clear(AssetId id) {
        try {
            shelf.pending().clear(id);
        } catch (IOException e) {
            LOG.warn("the note of asset {} stays till the next start, which looks at it: {}", id, e.toString());
        }
    }

    private static NamedAsset locked(Connection connection, long number) throws SQLException {
        return Rows.find(connection, number, true).orElseThrow(() -> unknown(number));
    }

    private NamedAsset known(long number) {
        return find(number).orElseThrow(() -> unknown(number));
    }

    private static AssetConflictException unknown(long number) {
        return new AssetConflictException(Obstacle.UNKNOWN, "There is no asset " + number + "; see /api/assets.");
    }
}
