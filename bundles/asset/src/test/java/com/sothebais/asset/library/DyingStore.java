package com.sothebais.asset.library;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.asset.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A store whose process ends right behind a call: what the call did is done, and nothing that would follow happens. */
record DyingStore(Store store, Death death) implements Store {
    /** Behind which call. */
    enum Death {
        PUT,
        DELETE
    }

    /** No exception that anything would handle. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void put(Asset content, Path file) throws IOException {
        store.put(content, file);
        dieBehind(Death.PUT);
    }

    @Override
    public void delete(AssetId id) throws IOException {
        store.delete(id);
        dieBehind(Death.DELETE);
    }

    @Override
    public Optional<Asset> stat(AssetId id) throws IOException {
        return store.stat(id);
    }

    @Override
    public Optional<InputStream> open(AssetId id, long from) throws IOException {
        return store.open(id, from);
    }

    @Override
    public List<AssetId> list(Optional<AssetId> after, int limit) throws IOException {
        return store.list(after, limit);
    }

    @Override
    public String place() {
        return store.place();
    }

    private void dieBehind(Death call) {
        if (call == death) {
            throw new Killed();
        }
    }
}
