package com.sothebais.api.asset;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Stores media under the hash of its content; the same content is stored once. Thread-safe. */
@ProviderType
public interface Assets {

    /** Largest content taken. */
    int SIZE_MAX_BYTES = 32 * 1024 * 1024;

    /**
     * Stores content.
     *
     * @throws IllegalArgumentException when it is empty, too large, or not PNG, JPEG, GIF, WebP or SVG
     * @throws AssetException when the store cannot write, for example on a full disk
     */
    Asset store(byte[] content);

    /** The content, empty when nothing is stored under the id. */
    Optional<byte[]> content(AssetId id);

    Optional<Asset> find(AssetId id);

    /** The store could not read or write. */
    final class AssetException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public AssetException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
