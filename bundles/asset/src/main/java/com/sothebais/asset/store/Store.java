package com.sothebais.asset.store;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Contents by their hash. A content appears whole or not at all, and never changes. Thread-safe. */
public interface Store {
    /** Most ids of one {@link #list}. */
    int PAGE_MAX = 1_000;

    /**
     * Keeps the content of the file, which may be moved away by it. Durable on return; keeping the same twice changes nothing.
     *
     * @param content whose id is the hash of the file
     */
    void put(Asset content, Path file) throws IOException;

    Optional<Asset> stat(AssetId id) throws IOException;

    /** The content from one of its bytes on, the caller's to close. */
    Optional<InputStream> open(AssetId id, long from) throws IOException;

    /** Nothing happens when it is not there. */
    void delete(AssetId id) throws IOException;

    /**
     * The ids behind one, in their order.
     *
     * @param limit 1 to {@link #PAGE_MAX}
     */
    List<AssetId> list(Optional<AssetId> after, int limit) throws IOException;

    /** Where it is, for messages. */
    String place();
}
