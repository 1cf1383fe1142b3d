package com.sothebais.asset.store;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Stands where a store cannot be used for its configuration: everything fails and says why, and the stream goes on without artwork. */
public final class ClosedStore implements Store {
    private final String reason;

    public ClosedStore(String reason) {
        this.reason = reason;
    }

    @Override
    public void put(Asset content, Path file) throws IOException {
        throw new IOException(reason);
    }

    @Override
    public Optional<Asset> stat(AssetId id) throws IOException {
        throw new IOException(reason);
    }

    @Override
    public Optional<InputStream> open(AssetId id, long from) throws IOException {
        throw new IOException(reason);
    }

    @Override
    public void delete(AssetId id) throws IOException {
        throw new IOException(reason);
    }

    @Override
    public List<AssetId> list(Optional<AssetId> after, int limit) throws IOException {
        throw new IOException(reason);
    }

    @Override
    public String place() {
        return "no store";
    }
}
