package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.ChainId;
import java.util.List;

/** Where the chain's transactions outlive the process. */
public interface TransactionStore {

    /**
     * Every transaction of the chain in order.
     *
     * @throws com.sothebais.api.chain.ChainException when they cannot be read
     */
    List<Mined> load(ChainId chain);

    /**
     * Adds one transaction, durable on return. Refuses a number that is taken.
     *
     * @throws com.sothebais.api.chain.ChainException when it is not certain that it was added
     */
    void append(ChainId chain, Mined mined);
}
