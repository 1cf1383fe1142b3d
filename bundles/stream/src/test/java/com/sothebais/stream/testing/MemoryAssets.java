package com.sothebais.stream.testing;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Assets in memory, of any content. */
public final class MemoryAssets implements Assets {
    private final Map<AssetId, byte[]> contents = new ConcurrentHashMap<>();

    public MemoryAssets with(AssetId id, byte[] content) {
        contents.put(id, content);
        return this;
    }

    @Override
    public Asset store(byte[] content) {
        throw new UnsupportedOperationException("these tests store with their own ids");
    }

    @Override
    public Optional<byte[]> content(AssetId id) {
        return Optional.ofNullable(contents.get(id));
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return content(id).map(content -> new Asset(id, "image/png", content.length));
    }
}
