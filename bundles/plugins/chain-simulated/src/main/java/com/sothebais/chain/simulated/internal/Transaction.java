package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;

/** What can happen on the simulated chain; the chain is a list of these, and its state is their fold. */
public sealed interface Transaction {

    /** The token came to be, in the owner's hands and approved for settlement. */
    record Minted(TokenRef token, WalletAddress owner) implements Transaction {}

    /** Money was made for the wallet and put into the escrow. */
    record Deposited(WalletAddress wallet, Money amount) implements Transaction {}

    /** The wallet took money out of the escrow. */
    record Withdrawn(WalletAddress wallet, Money amount) implements Transaction {}

    /** The escrow contract executed a settlement. */
    record Settled(SettlementOrder order) implements Transaction {}

    /** The escrow contract refused a settlement, for ever. */
    record Refused(SettlementId settlement, String reason) implements Transaction {}
}
