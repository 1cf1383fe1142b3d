package com.sothebais.settlement.internal;

import com.sothebais.api.chain.ChainId;
import com.sothebais.chain.simulated.internal.BlockChain;
import com.sothebais.chain.simulated.internal.Mined;
import com.sothebais.chain.simulated.internal.TransactionStore;
import java.util.ArrayList;
import java.util.List;

/** The simulated chain's transactions, for as long as a test runs. */
final class MemoryTransactions implements TransactionStore {
    private final List<Mined> transactions = new ArrayList<>();

    /** A chain that makes a block of every transaction at once. */
    static BlockChain quickChain() {
        return new BlockChain(Facts.SIM, new MemoryTransactions(), true);
    }

    @Override
    public synchronized List<Mined> load(ChainId chain) {
        return List.copyOf(transactions);
    }

    @Override
    public synchronized void append(ChainId chain, Mined mined) {
        transactions.add(mined);
    }
}
