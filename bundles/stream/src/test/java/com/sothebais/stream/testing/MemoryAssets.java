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
public class MemoryAssets implements Assets {
    private final Map<AssetId, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<AssetId, String> mediaTypes = new ConcurrentHashMap<>();
    private final Map<AssetId, byte[]> stills = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    public MemoryAssets with(AssetId id, byte[] content) {
        contents.put(id, content);
        return this;
    }

    /** One that the store makes no still of. */
    public MemoryAssets with(AssetId id, byte[] content, String mediaType) {
        mediaTypes.put(id, mediaType);
        return with(id, content);
    }

    /** What the store made of one. */
    public MemoryAssets withStill(AssetId id, byte[] still) {
        stills.put(id, still);
        return this;
    }

    @Override
    public Optional<byte[]> still(AssetId id) {
        if (stills.containsKey(id)) {
            return Optional.of(stills.get(id));
        }
        return mediaTypes.containsKey(id) ? Optional.empty() : content(id);
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
        return Optional.ofNullable(contents.get(id))
                .map(content -> new Asset(id, mediaTypes.getOrDefault(id, "image/png"), content.length));
    }
}
