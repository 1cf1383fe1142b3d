package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.money.Currency;

/**
 * A transaction in its place.
 *
 * @param number place in the whole chain, from 1, without gaps
 * @param block the block it is in, from 1
 */
public record Mined(long number, long block, TxHash hash, Transaction transaction) {

    /** The currency of every simulated chain. */
    static final Currency CURRENCY = Currency.ETH;

    static Mined of(ChainId chain, long number, long block, Transaction transaction) {
        String digest = Digest.sha256(chain + "/" + number + "/" + transaction);
        return new Mined(number, block, new TxHash("0x" + digest), transaction);
    }
}
