package com.sothebais.asset.library;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.Assets.AssetException;
import com.sothebais.api.asset.NamedAsset;
import com.sothebais.asset.store.Store;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nobody can want any more: leftovers of uploads that were killed, and assets whose time in the trash is over. */
public final class Sweeper {
    /** Most assets removed at a time; the rest waits for the next time. */
    static final int REMOVED_MAX = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final String PLATFORM = "platform";

    private final TableLibrary library;

    public Sweeper(TableLibrary library) {
        this.library = library;
    }

    /**
     * Looks at every content that was stored for a row and has none: its upload was killed in between and never acknowledged.
     *
     * @return how many contents were removed
     */
    public int sweepLeftovers() throws IOException {
        int removed = 0;
        for (AssetId id : library.shelf().pending().all()) {
            boolean used = !library.uses(List.of(id)).isEmpty();
            boolean leftover = library.sql().transact(connection -> {
                Writes.lock(connection, id);
                if (used || Writes.hasRow(connection, id)) {
                    return false;
                }
                remove(id);
                return true;
            });
            library.shelf().pending().clear(id);
            if (leftover) {
                LOG.info("content {} of an upload that was never acknowledged is removed", id);
                removed++;
            }
        }
        return removed;
    }

    /**
     * Removes what was in the trash for {@link AssetLibrary#UNDO}. What is used by now comes back instead.
     *
     * @return how many assets were removed
     */
    public int sweepTrash() {
        List<Long> expired = library.sql()
                .read(connection -> Writes.expired(connection, library.now().minus(AssetLibrary.UNDO), REMOVED_MAX));
        int removed = 0;
        for (long number : expired) {
            removed += library.find(number).filter(this::sweep).isPresent() ? 1 : 0;
        }
        return removed;
    }

    private boolean sweep(NamedAsset asset) {
        List<AssetUse> uses = library.uses(asset);
        if (!uses.isEmpty()) {
            library.bringBack(asset, uses.get(0));
            return false;
        }
        return library.sql().transact(connection -> {
            List<AssetId> ids = TableLibrary.ids(asset);
            for (AssetId id : ids) {
                Writes.lock(connection, id);
            }
            Optional<NamedAsset> still = Rows.find(connection, asset.number(), true);
            if (still.flatMap(NamedAsset::trashed)
                    .filter(trashed -> !library.now().isBefore(trashed.until()))
                    .isEmpty()) {
                return false;
            }
            remove(connection, asset, ids);
            return true;
        });
    }

    /** The content goes first: a row without content would be wrong, an asset in the trash that is swept again is not. */
    private void remove(Connection connection, NamedAsset asset, List<AssetId> ids) throws SQLException {
        for (AssetId id : ids) {
            if (!Writes.hasOthers(connection, id, asset.number()) && Writes.isOwned(connection, id)) {
                remove(id);
            }
        }
        Writes.Subject subject = new Writes.Subject(asset.number(), asset.name());
        Writes.Act act = new Writes.Act("REMOVED", OptionalInt.empty(), null);
        Writes.Cause cause = new Writes.Cause(PLATFORM, "Its time in the trash is over.");
        Writes.deed(connection, subject, act, library.now(), cause);
        Writes.remove(connection, asset.number());
        for (AssetId id : ids) {
            if (!Writes.hasOthers(connection, id, asset.number())) {
                Writes.forget(connection, id);
            }
        }
        LOG.info("asset {} '{}' is removed, its time in the trash is over", asset.number(), asset.name());
    }

    private void remove(AssetId id) {
        try {
            library.shelf().remove(id);
        } catch (IOException e) {
            throw new AssetException("content " + id + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** How many contents have a row but are not in the store, as after a restore of the database without its files. */
    public long missing() throws IOException {
        long missing = 0;
        String behind = "";
        List<AssetId> rows = page(behind);
        while (!rows.isEmpty()) {
            AssetId last = rows.get(rows.size() - 1);
            Set<AssetId> stored = stored(behind, last);
            missing += rows.stream().filter(id -> !stored.contains(id)).count();
            behind = last.value();
            rows = page(behind);
        }
        return missing;
    }

    private List<AssetId> page(String behind) {
        return library.sql().read(connection -> Rows.hashes(connection, behind, Store.PAGE_MAX));
    }

    private Set<AssetId> stored(String behind, AssetId upTo) throws IOException {
        Set<AssetId> stored = new HashSet<>();
        Optional<AssetId> after = behind.isEmpty() ? Optional.empty() : Optional.of(new AssetId(behind));
        while (true) {
            List<AssetId> page = library.shelf().contents().list(after, Store.PAGE_MAX);
            stored.addAll(page);
            if (page.size() < Store.PAGE_MAX
                    || page.get(page.size() - 1).value().compareTo(upTo.value()) >= 0) {
                return stored;
            }
            after = Optional.of(page.get(page.size() - 1));
        }
    }
}
