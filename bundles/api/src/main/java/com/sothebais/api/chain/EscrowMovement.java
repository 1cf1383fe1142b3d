package com.sothebais.api.chain;

import com.sothebais.api.money.Money;

/** Money that moved into or out of the escrow contract, as the chain reports it. */
public sealed interface EscrowMovement {

    /** Block number it is in. */
    long block();

    TxHash tx();

    /** A bidder put money in; it counts for bids from now on. */
    record Deposited(long block, TxHash tx, WalletAddress wallet, Money amount) implements EscrowMovement {}

    /** A bidder took money out, after the exit delay. */
    record Withdrawn(long block, TxHash tx, WalletAddress wallet, Money amount) implements EscrowMovement {}

    /** A lot was settled: the winner's money left the escrow, for the seller, royalty and fee together. */
    record Settled(long block, TxHash tx, WalletAddress wallet, Money amount, SettlementId settlement)
            implements EscrowMovement {}
}
