package com.sothebais.web.internal;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A small show that is written to a log fact by fact: one session, two lots, lot 1 with a hidden reserve of 2 ETH. */
public final class SampleShow {
    public static final Instant START = Instant.parse("2026-11-21T19:00:00Z");
    public static final AssetId ARTWORK = new AssetId("ab".repeat(32));
    public static final AuctionId FIRST = new AuctionId("demo-1");
    public static final AuctionId SECOND = new AuctionId("demo-2");
    public static final Bidder ANN = bidder("ann", "1");
    public static final Bidder BOB = bidder("bob", "2");

    private static final SessionId SESSION = new SessionId("demo-s1");

    private final EventLog log;
    private int posts;

    public SampleShow(EventLog log) {
        this.log = log;
    }

    public SampleShow publish() {
        Campaign campaign = new Campaign(
                new CampaignId("demo"),
                "Twelve Lights",
                "SothebAIs",
                "SothebAIs",
                new Schedule(
                        Schedule.ZONE_DEFAULT,
                        new Schedule.Days(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21), Set.of()),
                        Schedule.Daily.DEFAULT,
                        2,
                        Duration.ZERO),
                List.of(lot(1), lot(2)),
                rules(),
                Campaign.Policy.RETURN);
        record("campaign/demo", new AuctionEvent.CampaignPublished(campaign));
        record("session/demo-s1", new AuctionEvent.SessionPlanned(plan()));
        return this;
    }

    /** Publishes any campaign, as the auctioneer does. */
    public void publish(Campaign campaign, List<SessionPlan> sessions) {
        record("campaign/" + campaign.id(), new AuctionEvent.CampaignPublished(campaign));
        sessions.forEach(plan -> record("session/" + plan.id(), new AuctionEvent.SessionPlanned(plan)));
    }

    /** A fact of a lot. */
    public Recorded happens(AuctionId auction, AuctionEvent event) {
        return record(stream(auction), event);
    }

    public SampleShow move(SessionPhase from, SessionPhase to) {
        record("session/demo-s1", new AuctionEvent.SessionMoved(SESSION, from, to));
        return this;
    }

    public SampleShow open(AuctionId auction, Instant ends) {
        int number = auction.equals(FIRST) ? 1 : 2;
        record(stream(auction), new AuctionEvent.AuctionOpened(auction, SESSION, lot(number), rules(), ends));
        return this;
    }

    public Recorded accept(AuctionId auction, Bidder bidder, String amount, String next) {
        Post post = post(bidder, amount + " ETH");
        return record(
                stream(auction),
                new AuctionEvent.BidAccepted(
                        auction, post, bidder, eth(amount), eth(next), Optional.empty(), Hash.GENESIS));
    }

    public Recorded refuse(AuctionId auction, Bidder bidder, String text, Reason reason) {
        return record(
                stream(auction),
                new AuctionEvent.BidRefused(
                        Optional.of(auction),
                        post(bidder, text),
                        reason,
                        Optional.empty(),
                        Optional.of(eth("1.1")),
                        Optional.of(Hash.GENESIS)));
    }

    public Recorded speak(String text) {
        return record("host", new HostEvent.LineSpoken(text, Mood.EXCITED));
    }

    public Recorded reply(String text) {
        PostId id = new PostId("sandbox", "r" + posts);
        return record(
                "host", new HostEvent.Posted("k" + posts, id, Optional.of(new PostId("sandbox", "p" + posts)), text));
    }

    public SampleShow extend(AuctionId auction, Instant to) {
        record(stream(auction), new AuctionEvent.AuctionExtended(auction, START, to, 1));
        return this;
    }

    public SampleShow sell(AuctionId auction, Bidder winner, String price) {
        Outcome sold = new Outcome.Sold(winner, eth(price));
        int number = auction.equals(FIRST) ? 1 : 2;
        record(stream(auction), new AuctionEvent.AuctionClosed(auction, lot(number), sold, Hash.GENESIS, posts));
        return this;
    }

    public SampleShow settle(AuctionId auction) {
        TxHash tx = new TxHash("0x" + "cd".repeat(32));
        record("settlement/" + auction, new SettlementEvent.SettlementConfirmed(auction, tx, 7));
        return this;
    }

    public static Money eth(String amount) {
        return Money.of(amount, Currency.ETH);
    }

    private Recorded record(String stream, Event event) {
        NewEvent fact = new NewEvent(
                new StreamId(stream),
                event,
                "test",
                START.plusMillis(20L * ++posts),
                new CorrelationId("sandbox/p" + posts),
                Optional.empty());
        return log.append(Append.of(List.of(fact))).get(0);
    }

    private Post post(Bidder bidder, String text) {
        PostId id = new PostId("sandbox", "p" + (posts + 1));
        return new Post(id, bidder.account(), text, START.plusMillis(20L * posts), Relation.ORIGINAL, true);
    }

    private static String stream(AuctionId auction) {
        return "auction/" + auction;
    }

    private static SessionPlan plan() {
        SessionPlan.Times times =
                new SessionPlan.Times(START, START.plusSeconds(20), START.plusSeconds(110), START.plusSeconds(130));
        return new SessionPlan(
                SESSION,
                new CampaignId("demo"),
                Schedule.ZONE_DEFAULT,
                times,
                List.of(planned(FIRST, 1, 20), planned(SECOND, 2, 65)));
    }

    private static SessionPlan.PlannedLot planned(AuctionId auction, int number, int second) {
        return new SessionPlan.PlannedLot(
                auction, lot(number), rules(), START.plusSeconds(second), START.plusSeconds(second + 45L));
    }

    public static Lot lot(int number) {
        TokenRef token = new TokenRef(
                new ChainId("sim:1"), new WalletAddress("0x" + "a".repeat(40)), BigInteger.valueOf(number));
        WalletAddress seller = new WalletAddress("0x" + "b".repeat(40));
        return new Lot(number, "Light No. " + number, "The Studio", "A line of light.", ARTWORK, token, seller);
    }

    public static Rules rules() {
        return new Rules(
                eth("1"),
                Optional.of(new Reserve(eth("2"), true)),
                new Increment.Absolute(eth("0.1")),
                new Extension(Duration.ofSeconds(10), Duration.ofSeconds(10), 3, Duration.ofSeconds(60)),
                10,
                Duration.ofSeconds(2));
    }

    private static Bidder bidder(String handle, String digit) {
        Account account = new Account(new AccountId("sandbox", "u-" + handle), handle, handle.toUpperCase(Locale.ROOT));
        return new Bidder(account, new WalletAddress("0x" + digit.repeat(40)));
    }
}
