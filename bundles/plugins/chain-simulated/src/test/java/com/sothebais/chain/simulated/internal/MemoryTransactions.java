package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.ChainException;
import com.sothebais.api.chain.ChainId;
import java.util.ArrayList;
import java.util.List;

/** A store that can fail before or after it has written, as a database whose answer gets lost. */
final class MemoryTransactions implements TransactionStore {
    private final List<Mined> transactions = new ArrayList<>();
    private Fault next = Fault.NONE;

    enum Fault {
        NONE,
        BEFORE_WRITING,
        AFTER_WRITING
    }

    void failNext(Fault fault) {
        next = fault;
    }

    @Override
    public synchronized List<Mined> load(ChainId chain) {
        return List.copyOf(transactions);
    }

    @Override
    public synchronized void append(ChainId chain, Mined mined) {
        Fault fault = next;
        next = Fault.NONE;
        if (fault == Fault.BEFORE_WRITING) {
            throw new ChainException(chain, "the store failed before writing");
        }
        if (mined.number() != transactions.size() + 1L) {
            throw new ChainException(chain, "number " + mined.number() + " is taken");
        }
        transactions.add(mined);
        if (fault == Fault.AFTER_WRITING) {
            throw new ChainException(chain, "the store failed after writing");
        }
    }
}
