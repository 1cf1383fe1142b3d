package com.sothebais.render.java2d.internal;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Assets in memory; takes any content. */
final class MemoryAssets implements Assets {
    private final Map<AssetId, byte[]> contents = new HashMap<>();
    private int reads;

    @Override
    public Asset store(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            AssetId id = new AssetId(HexFormat.of().formatHex(hash));
            contents.put(id, content.clone());
            return new Asset(id, "application/octet-stream", content.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<byte[]> content(AssetId id) {
        reads++;
        return Optional.ofNullable(contents.get(id));
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return Optional.ofNullable(contents.get(id)).map(content -> new Asset(id, "image/png", content.length));
    }

    int reads() {
        return reads;
    }
}
