package com.sothebais.api.chain;

import java.math.BigInteger;
import java.util.Objects;

/**
 * One NFT.
 *
 * @param collection address of the token contract
 * @param tokenId id within the collection, not negative
 */
public record TokenRef(ChainId chain, WalletAddress collection, BigInteger tokenId) {
    public TokenRef {
        Objects.requireNonNull(chain, "chain");
        Objects.requireNonNull(collection, "collection");
        if (tokenId.signum() < 0) {
            throw new IllegalArgumentException("token id is negative: " + tokenId);
        }
    }
}
