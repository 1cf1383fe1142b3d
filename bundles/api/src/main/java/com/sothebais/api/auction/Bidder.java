package com.sothebais.api.auction;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.social.Account;
import java.util.Objects;

/** A network account together with the wallet that pays for it. */
public record Bidder(Account account, WalletAddress wallet) {
    public Bidder {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(wallet, "wallet");
    }
}
