package com.sothebais.auction.testing;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;

/** Amounts, and bidders by their numbers. */
public final class Samples {
    private Samples() {}

    public static Money eth(String amount) {
        return Money.of(amount, Currency.ETH);
    }

    public static WalletAddress wallet(int number) {
        return new WalletAddress(String.format("0x%040x", number));
    }

    public static Account account(int number) {
        return new Account(new AccountId("sim", "user-" + number), "user" + number, "User " + number);
    }
}
