package com.sothebais.api.asset;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the artwork of tokens from where they say it is: {@code https}, {@code http}, {@code ipfs} by gateways, and {@code data}.
 * Addresses come from strangers, so nothing in a private network is asked unless the configuration names it. Exists only while there is
 * a database. Thread-safe; a call blocks for {@link #SECONDS_MAX} seconds at most, and for the time that checking a picture takes.
 */
@ProviderType
public interface TokenArtwork {
    /** Longest address, characters; a data URI is an address too. */
    int URI_CHARS_MAX = 512 * 1024;

    /** Longest time for asking others, for metadata and picture together. */
    int SECONDS_MAX = 45;

    /** Most calls that run at a time. */
    int CALLS_MAX = 4;

    /**
     * Where a token says what it is.
     *
     * @param uri what the contract's {@code tokenURI} or {@code uri} gives
     * @param tokenId takes the place of <code>{id}</code>, as ERC-1155 says; 0 to 2^256 - 1
     */
    record Source(String uri, Optional<BigInteger> tokenId) {
        public Source {
            Objects.requireNonNull(uri, "uri");
            Objects.requireNonNull(tokenId, "tokenId");
            if (tokenId.filter(id -> id.signum() < 0 || id.bitLength() > 256).isPresent()) {
                throw new IllegalArgumentException("expected a token id of 0 to 2^256 - 1, got " + tokenId.get());
            }
        }
    }

    /** Which of a token's media. When the token has only the other one, that is taken. */
    enum Medium {
        IMAGE,
        ANIMATION
    }

    /**
     * @param name of the asset; when empty, one is made of the token's name and the picture's hash, so that the same picture gets the
     *     same name and another picture another
     */
    record Wish(Source source, Medium medium, Optional<String> name) {
        public Wish {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(medium, "medium");
            Objects.requireNonNull(name, "name");
        }
    }

    /** An asset and what its token says. */
    record Taken(NamedAsset asset, TokenMetadata token) {}

    /** What a call is doing. */
    enum Step {
        METADATA,
        PICTURE
    }

    /**
     * A call that runs.
     *
     * @param uri as it was given, shortened when it is long
     * @param person name of the admin
     * @param from host that is asked, empty while none is
     * @param bytes received in this step
     * @param total bytes of this step, when the host told
     * @param since UTC
     */
    record Progress(String uri, String person, Step step, String from, long bytes, OptionalLong total, Instant since) {}

    /**
     * What the token says; stores nothing.
     *
     * @param person name of the admin
     * @throws TokenException when it cannot be had
     * @throws AssetConflictException when too many calls run
     */
    TokenMetadata look(Source source, String person);

    /**
     * Stores the token's picture as an upload is stored, with its origin. The same picture again under the same name changes nothing,
     * so a call may be repeated.
     *
     * @param person name of the admin
     * @throws TokenException when metadata or picture cannot be had
     * @throws AssetRefusedException when the picture or the name is not taken
     * @throws AssetConflictException when there is no space, or too many calls run
     */
    Taken take(Wish wish, String person);

    /** The calls that run at this moment, oldest first. */
    List<Progress> running();
}
