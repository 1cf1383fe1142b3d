package com.sothebais.auction.rules;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** Amounts, bidders and lots as the tests of the rules have them. */
final class Sample {
    private Sample() {}

    static Rules rules(String start, String step) {
        return new Rules(
                eth(start),
                Optional.empty(),
                new Increment.Absolute(eth(step)),
                new Extension(Duration.ofSeconds(10), Duration.ofSeconds(15), 3, Duration.ofSeconds(60)),
                10,
                Duration.ofSeconds(5));
    }

    static Lot lotOf(int number) {
        TokenRef token = new TokenRef(Hall.CHAIN, wallet(0xC0FFEE), BigInteger.valueOf(number));
        return new Lot(number, "Work", "Artist", "", new AssetId("a".repeat(64)), token, wallet(0x5E11E4));
    }

    static AuctionId id(int lot) {
        return new AuctionId("c-lot-" + lot);
    }

    static Money eth(String amount) {
        return Money.of(amount, Currency.ETH);
    }

    static WalletAddress wallet(int number) {
        return new WalletAddress(String.format("0x%040x", number));
    }

    static Account account(int number) {
        return new Account(new AccountId("sim", "user-" + number), "user" + number, "User " + number);
    }
}
