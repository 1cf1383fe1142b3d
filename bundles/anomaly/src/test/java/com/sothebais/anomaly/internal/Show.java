package com.sothebais.anomaly.internal;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Anomalies.Hint;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement.Deposited;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts as the platform would record them, a second and a half apart, given to the rules at once. */
final class Show {
    static final Instant BEGIN = Instant.parse("2026-03-01T19:00:00Z");

    private static final Hash ROOT = new Hash("ab".repeat(32));
    private static final WalletAddress SELLER = new WalletAddress("0x" + "5e".repeat(20));
    private static final ChainId SIM = new ChainId("sim:1");

    private final Watch watch = new Watch();
    private final Map<String, Bidder> leaders = new HashMap<>();
    private final Map<String, Integer> prices = new HashMap<>();
    private final Map<String, String> wallets = new HashMap<>();
    private Instant now = BEGIN;
    private long position;

    List<Hint> hints() {
        return watch.hints();
    }

    Instant now() {
        return now;
    }

    Show pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** A wallet of its own unless another is given to it. */
    Show join(String... people) {
        for (String who : people) {
            link(who, who);
        }
        return this;
    }

    Show link(String who, String wallet) {
        wallets.put(who, wallet);
        return take(new WalletLinked(account(who), wallet(wallet)));
    }

    Show deposit(String tx, String wallet) {
        return take(new EscrowMoved(SIM, new Deposited(1, new TxHash("0x" + hex(tx, 64)), wallet(wallet), eth(100))));
    }

    Show open(String lot) {
        leaders.remove(lot);
        prices.put(lot, 0);
        Rules rules =
                new Rules(eth(1), Optional.empty(), new Increment.Absolute(eth(1)), Extension.NONE, 10, Duration.ZERO);
        return take(new AuctionOpened(
                new AuctionId(lot), new SessionId("today"), lot(), rules, now.plus(Duration.ofHours(1))));
    }

    /** Each raises who leads by one. */
    Show bids(String lot, String... people) {
        for (String who : people) {
            bid(lot, who, prices.get(lot) + 1);
        }
        return this;
    }

    Show bid(String lot, String who, int price) {
        Bidder bidder = bidder(who);
        Optional<Bidder> displaced = Optional.ofNullable(leaders.put(lot, bidder));
        prices.put(lot, price);
        return take(new BidAccepted(
                new AuctionId(lot), post(who, now), bidder, eth(price), eth(price + 1), displaced, ROOT));
    }

    Show refuse(String lot, String who, Reason reason) {
        return take(new BidRefused(
                Optional.of(new AuctionId(lot)),
                post(who, now),
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.of(ROOT)));
    }

    /** To whoever leads. */
    Show close(String lot) {
        Outcome outcome = Optional.ofNullable(leaders.get(lot))
                .<Outcome>map(leader -> new Outcome.Sold(leader, eth(prices.get(lot))))
                .orElse(new Outcome.Returned(Outcome.Cause.NO_BIDS));
        return take(new AuctionClosed(new AuctionId(lot), lot(), outcome, ROOT, 1));
    }

    Show award(String lot, String who) {
        return take(new LotAwarded(new AuctionId(lot), lot(), new Outcome.Sold(bidder(who), eth(1)), 2, ROOT));
    }

    private Show take(Event event) {
        position++;
        watch.on(new Recorded(
                position,
                EventId.random(),
                position,
                new NewEvent(new StreamId("test"), event, "test", now, new CorrelationId("test"), Optional.empty())));
        now = now.plusMillis(1_500);
        return this;
    }

    private Post post(String who, Instant at) {
        return new Post(new PostId("sandbox", "p" + position), account(who), "bid", at, Relation.ORIGINAL, true);
    }

    private Bidder bidder(String who) {
        return new Bidder(account(who), wallet(wallets.getOrDefault(who, who)));
    }

    static Account account(String who) {
        return new Account(new AccountId("sandbox", who), who, who);
    }

    private static WalletAddress wallet(String name) {
        return new WalletAddress("0x" + hex(name, 40));
    }

    private static String hex(String name, int length) {
        String digits = new BigInteger(1, name.getBytes(StandardCharsets.UTF_8)).toString(16);
        return "0".repeat(length - digits.length()) + digits;
    }

    private static Money eth(int units) {
        return Money.of(Integer.toString(units), Currency.ETH);
    }

    private static Lot lot() {
        return new Lot(
                1,
                "Title",
                "Artist",
                "Story",
                new AssetId("aa".repeat(32)),
                new TokenRef(SIM, new WalletAddress("0x" + "c0".repeat(20)), BigInteger.ONE),
                SELLER);
    }
}
