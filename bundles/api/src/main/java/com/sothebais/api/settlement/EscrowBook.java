package com.sothebais.api.settlement;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The books of the escrow, folded from the log, and their comparison with the chain. Thread-safe. */
@ProviderType
public interface EscrowBook {

    /**
     * One bidder's money. Their sum over all bidders equals what the contract holds.
     *
     * @param free may be bid with or taken out
     * @param locked behind a leading bid
     * @param owed won and not yet settled
     */
    record Balance(ChainId chain, WalletAddress wallet, Money free, Money locked, Money owed) {
        public Money total() {
            return free.plus(locked).plus(owed);
        }
    }

    /** Every wallet that ever deposited, by address. */
    List<Balance> balances();

    /**
     * The newest comparison of books and chain, one per chain.
     *
     * @param block the safe block it was made at
     * @param held what the contract holds
     * @param booked the sum of all balances
     */
    record Reserves(ChainId chain, long block, Money held, Money booked) {
        public boolean balanced() {
            return held.equals(booked);
        }
    }

    List<Reserves> reserves();
}
