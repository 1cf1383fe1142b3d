package com.sothebais.stream.testing;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Assets in memory, of any content. */
public final class MemoryAssets implements Assets {
    private final Map<AssetId, byte[]> contents = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    public MemoryAssets with(AssetId id, byte[] content) {
        contents.put(id, content);
        return this;
    }

    @Override
    public Asset store(byte[] content) {
        // Any id will do that differs for different content.
        AssetId id =
                new AssetId(HexFormat.of().toHexDigits(Arrays.hashCode(content)).repeat(8));
        contents.put(id, content.clone());
        return new Asset(id, "image/png", content.length);
    }

    @Override
    public Optional<byte[]> content(AssetId id) {
        reads.incrementAndGet();
        return Optional.ofNullable(contents.get(id));
    }

    /** How often content was asked for. */
    public int reads() {
        return reads.get();
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return Optional.ofNullable(contents.get(id)).map(content -> new Asset(id, "image/png", content.length));
    }
}
