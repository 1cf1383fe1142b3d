package com.sothebais.api.asset;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Stores media under the hash of its content; the same content is stored once. Thread-safe. */
@ProviderType
public interface Assets {

    /** Largest content that goes through memory; the library takes larger ones. */
    int SIZE_MAX_BYTES = 32 * 1024 * 1024;

    /**
     * Stores content.
     *
     * @throws IllegalArgumentException an {@link AssetRefusedException} when it is empty, too large, damaged, active, or not PNG,
     *     JPEG, GIF, WebP, SVG or MP4
     * @throws AssetException when the store cannot write, for example on a full disk
     */
    Asset store(byte[] content);

    /** The content, empty when nothing is stored under the id. */
    Optional<byte[]> content(AssetId id);

    Optional<Asset> find(AssetId id);

    /**
     * The content from one of its bytes on, for sending it without having it in memory.
     *
     * @param from 0 to the length of the content
     * @return the caller's to close; empty when nothing is stored under the id
     */
    default Optional<InputStream> open(AssetId id, long from) {
        return content(id).map(bytes -> new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from));
    }

    /**
     * A picture for those who draw: PNG, JPEG or GIF as it is, anything else as a PNG made of it once. Empty when nothing is stored
     * under the id or no picture can be made of it, as of a video.
     */
    default Optional<byte[]> still(AssetId id) {
        return content(id);
    }

    /**
     * A small PNG or JPEG, made once. Empty when nothing is stored under the id or no picture can be made of it, as of a video while
     * there is no {@link Illustrator}.
     */
    default Optional<byte[]> thumbnail(AssetId id, Thumbnail size) {
        return Optional.empty();
    }

    /** The store could not read or write. */
    final class AssetException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public AssetException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
