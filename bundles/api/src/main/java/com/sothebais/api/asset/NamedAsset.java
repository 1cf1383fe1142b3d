package com.sothebais.api.asset;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An asset as admins know it: a name and the contents it has had.
 *
 * @param number identifies it for ever, from 1
 * @param name unique whatever its case among assets that are not in the trash
 * @param versions newest first, at least one
 * @param trashed when it was put into the trash; empty while it is not there
 */
public record NamedAsset(long number, String name, List<Version> versions, Optional<Trashed> trashed) {
    public NamedAsset {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(trashed, "trashed");
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("an asset has at least one version, '" + name + "' has none");
        }
    }

    /**
     * One content.
     *
     * @param version from 1, in the order of uploads
     * @param uploaded UTC
     * @param uploadedBy name of the admin
     * @param origin where it was taken from; empty when it was uploaded
     */
    public record Version(
            int version, Asset content, Shape shape, Instant uploaded, String uploadedBy, Optional<Origin> origin) {}

    /**
     * The token that a picture was taken from. A data URI is shortened to its beginning.
     *
     * @param tokenUri where the token says what it is
     * @param tokenId when it was needed for that
     * @param pictureUri what the token names as its picture
     */
    public record Origin(String tokenUri, Optional<BigInteger> tokenId, String pictureUri) {
        public Origin {
            Objects.requireNonNull(tokenUri, "tokenUri");
            Objects.requireNonNull(tokenId, "tokenId");
            Objects.requireNonNull(pictureUri, "pictureUri");
        }
    }

    /**
     * How large it is shown, in pixels; empty for an SVG that does not say.
     *
     * @param width at least 1
     * @param height at least 1
     */
    public record Shape(OptionalInt width, OptionalInt height) {
        public static final Shape UNKNOWN = new Shape(OptionalInt.empty(), OptionalInt.empty());

        public static Shape of(int width, int height) {
            return new Shape(OptionalInt.of(width), OptionalInt.of(height));
        }
    }

    /**
     * How it came into the trash.
     *
     * @param at UTC
     * @param by name of the admin
     * @param until UTC; till then it can be restored, afterwards it is removed for good
     */
    public record Trashed(Instant at, String by, Instant until) {}

    public Version newest() {
        return versions.get(0);
    }
}
