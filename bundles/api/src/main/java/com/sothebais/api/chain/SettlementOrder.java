package com.sothebais.api.chain;

import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;

/**
 * What a settlement must do in one transaction: move the token to the winner and the price from the winner's escrow to the
 * seller (less royalty and fee, which the contract caps), and anchor the ledger root.
 */
public record SettlementOrder(
        SettlementId id, TokenRef token, WalletAddress winner, WalletAddress seller, Money price, Hash ledgerRoot) {}
