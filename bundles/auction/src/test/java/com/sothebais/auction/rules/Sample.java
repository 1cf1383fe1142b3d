package com.sothebais.auction.rules;

import static com.sothebais.auction.testing.Samples.eth;
import static com.sothebais.auction.testing.Samples.wallet;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.chain.TokenRef;
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
}
