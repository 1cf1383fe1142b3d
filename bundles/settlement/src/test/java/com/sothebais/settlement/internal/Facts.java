package com.sothebais.settlement.internal;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.Standing;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the auctioneer would have said, for tests. */
final class Facts {
    static final ChainId SIM = new ChainId("sim:1");
    static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    static final WalletAddress SELLER = new WalletAddress("0x" + "5e".repeat(20));
    private static final Hash ROOT = new Hash("ab".repeat(32));

    private Facts() {}

    static Money eth(String decimal) {
        return Money.of(decimal, Currency.ETH);
    }

    static AuctionId auction(int number) {
        return new AuctionId("lot-" + number);
    }

    static TokenRef token(int number) {
        return new TokenRef(SIM, new WalletAddress("0x" + "c0".repeat(20)), BigInteger.valueOf(number));
    }

    static Bidder bidder(WalletAddress wallet) {
        return new Bidder(new Account(new AccountId("sandbox", wallet.value()), "someone", "Some One"), wallet);
    }

    static AuctionOpened opened(int number) {
        return new AuctionOpened(auction(number), new SessionId("today"), lot(number), rules(), NOW.plusSeconds(45));
    }

    static BidAccepted bid(int number, WalletAddress wallet, Money amount) {
        Bidder bidder = bidder(wallet);
        Post post =
                new Post(new PostId("sandbox", "p"), bidder.account(), amount.toString(), NOW, Relation.ORIGINAL, true);
        return new BidAccepted(auction(number), post, bidder, amount, amount, Optional.empty(), ROOT);
    }

    static AuctionClosed sold(int number, WalletAddress winner, Money price) {
        return new AuctionClosed(auction(number), lot(number), new Outcome.Sold(bidder(winner), price), ROOT, 1);
    }

    static AuctionClosed returned(int number, Outcome.Cause cause) {
        return new AuctionClosed(auction(number), lot(number), new Outcome.Returned(cause), ROOT, 1);
    }

    static LotAwarded awarded(int number, WalletAddress winner, Money price, int round) {
        return new LotAwarded(auction(number), lot(number), new Outcome.Sold(bidder(winner), price), round, ROOT);
    }

    static BidVoided voided(int number, WalletAddress wallet, Money amount, Optional<Standing> standing) {
        return new BidVoided(
                auction(number), new PostId("sandbox", "p"), bidder(wallet), amount, standing, amount, ROOT);
    }

    static NewEvent fact(String stream, Event event) {
        return new NewEvent(
                new StreamId(stream), event, "auction", NOW, new CorrelationId("sandbox/p"), Optional.empty());
    }

    private static Lot lot(int number) {
        return new Lot(number, "Title", "Artist", "Story", new AssetId("aa".repeat(32)), token(number), SELLER);
    }

    private static Rules rules() {
        return new Rules(
                eth("0.000000000000000001"),
                Optional.empty(),
                new Increment.Absolute(eth("0.000000000000000001")),
                Extension.NONE,
                10,
                Duration.ZERO);
    }
}
