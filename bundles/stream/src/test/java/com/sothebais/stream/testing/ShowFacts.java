package com.sothebais.stream.testing;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.AuctionPaused;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
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
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.stream.scene.Stage;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tells a small show fact by fact, and keeps the stage that follows from it. */
public final class ShowFacts {
    public static final Instant PRE = Instant.parse("2026-11-21T18:59:40Z");
    public static final Instant LIVE = PRE.plusSeconds(20);
    public static final Duration LOT = Duration.ofSeconds(45);
    public static final SessionId SESSION = new SessionId("day-1");
    public static final AuctionId FIRST = new AuctionId("lot-1");
    public static final AuctionId SECOND = new AuctionId("lot-2");

    private static final WalletAddress WALLET = new WalletAddress("0x" + "ab".repeat(20));
    private static final Rules RULES = new Rules(
            eth("0.5"),
            Optional.of(new Reserve(eth("2"), true)),
            new Increment.Absolute(eth("0.1")),
            new Extension(Duration.ofSeconds(15), Duration.ofSeconds(15), 4, Duration.ofMinutes(2)),
            5,
            Duration.ofSeconds(5));

    private final String mark;
    private Stage stage = Stage.EMPTY;
    private long position;
    private Consumer<Recorded> listener = recorded -> {};

    public ShowFacts() {
        this("");
    }

    private ShowFacts(String mark) {
        this.mark = mark;
    }

    /** The same show as a rehearsal, under ids of its own. */
    public static ShowFacts rehearsal() {
        return rehearsal(1);
    }

    /** As a rehearsal that was chosen to be so many times faster. */
    public static ShowFacts rehearsal(int speed) {
        return new ShowFacts(RehearsalMark.id("sim", PRE, speed) + "-");
    }

    /** Tells somebody of one lot that was open for two seconds. */
    public static void tellOneLot(Consumer<Recorded> listener) {
        new ShowFacts().listen(listener).announced().open().sold(FIRST, "lena", "2.5", LIVE.plusSeconds(2));
    }

    private AuctionId id(AuctionId auction) {
        return new AuctionId(mark + auction);
    }

    public static Money eth(String amount) {
        return Money.of(amount, Currency.ETH);
    }

    /** Tells every further fact to somebody. */
    public ShowFacts listen(Consumer<Recorded> next) {
        listener = next;
        return this;
    }

    public Stage stage() {
        return stage;
    }

    /** Campaign and session, in PRE. */
    public ShowFacts announced() {
        return announced(new AssetId("a".repeat(64)));
    }

    public ShowFacts announced(AssetId artwork) {
        Lot first = lot(1, "Neon Koi at Midnight", artwork);
        Lot second = lot(2, "Harbour of Glass", artwork);
        Campaign campaign = new Campaign(
                new CampaignId(mark + "winter"),
                (mark.isEmpty() ? "" : "REHEARSAL - ") + "Winter Light",
                "The Lantern Collection",
                "The Lantern Collection",
                new Schedule(
                        Schedule.ZONE_DEFAULT,
                        new Schedule.Days(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21), Set.of()),
                        Schedule.Daily.DEFAULT,
                        2,
                        Duration.ofSeconds(6)),
                List.of(first, second),
                RULES,
                Campaign.Policy.RETURN);
        Instant opensSecond = LIVE.plus(LOT).plusSeconds(6);
        SessionPlan plan = new SessionPlan(
                new SessionId(mark + SESSION),
                campaign.id(),
                Schedule.ZONE_DEFAULT,
                new SessionPlan.Times(
                        PRE, LIVE, opensSecond.plus(LOT), opensSecond.plus(LOT).plusSeconds(20)),
                List.of(
                        new PlannedLot(id(FIRST), first, RULES, LIVE, LIVE.plus(LOT)),
                        new PlannedLot(id(SECOND), second, RULES, opensSecond, opensSecond.plus(LOT))));
        return fact(new CampaignPublished(campaign), PRE.minusSeconds(9))
                .fact(new SessionPlanned(plan), PRE.minusSeconds(9));
    }

    public ShowFacts moved(SessionPhase from, SessionPhase to, Instant at) {
        return fact(new SessionMoved(new SessionId(mark + SESSION), from, to), at);
    }

    /** On air with the first lot open. */
    public ShowFacts open() {
        return moved(SessionPhase.PLANNED, SessionPhase.PRE, PRE)
                .moved(SessionPhase.PRE, SessionPhase.LIVE, LIVE)
                .opened(FIRST, LIVE);
    }

    public ShowFacts opened(AuctionId auction, Instant at) {
        return fact(
                new AuctionOpened(
                        id(auction),
                        new SessionId(mark + SESSION),
                        stage.show().lot(id(auction)).orElseThrow().lot(),
                        RULES,
                        at.plus(LOT)),
                at);
    }

    public ShowFacts bid(AuctionId auction, String handle, String amount, Instant at) {
        return fact(
                new BidAccepted(
                        id(auction),
                        post(handle, "bid " + amount, at),
                        bidder(handle),
                        eth(amount),
                        eth(amount).plus(eth("0.1")),
                        Optional.empty(),
                        Hash.GENESIS),
                at);
    }

    public ShowFacts refused(AuctionId auction, String handle, String amount, Reason reason, Instant at) {
        return fact(
                new BidRefused(
                        Optional.of(id(auction)),
                        post(handle, "bid " + amount, at),
                        reason,
                        Optional.of(eth(amount)),
                        Optional.empty(),
                        Optional.empty()),
                at);
    }

    public ShowFacts extended(AuctionId auction, Instant from, Instant to, Instant at) {
        return fact(new AuctionExtended(id(auction), from, to, 1), at);
    }

    public ShowFacts paused(AuctionId auction, Instant at) {
        return fact(new AuctionPaused(id(auction)), at);
    }

    public ShowFacts sold(AuctionId auction, String handle, String amount, Instant at) {
        Lot lot = stage.show().lot(id(auction)).orElseThrow().lot();
        return fact(
                new AuctionClosed(id(auction), lot, new Outcome.Sold(bidder(handle), eth(amount)), Hash.GENESIS, 9),
                at);
    }

    public ShowFacts returned(AuctionId auction, Outcome.Cause cause, Instant at) {
        Lot lot = stage.show().lot(id(auction)).orElseThrow().lot();
        return fact(new AuctionClosed(id(auction), lot, new Outcome.Returned(cause), Hash.GENESIS, 9), at);
    }

    public ShowFacts settled(AuctionId auction, Instant at) {
        return fact(new SettlementConfirmed(id(auction), new TxHash("0x12ab" + "0".repeat(56) + "89ef"), 7), at);
    }

    public ShowFacts fact(Event event, Instant at) {
        Recorded recorded = recorded(event, at);
        stage = stage.after(recorded);
        listener.accept(recorded);
        return this;
    }

    /** A fact as the log would hand it over. */
    public Recorded recorded(Event event, Instant at) {
        position++;
        String family = event instanceof AuctionEvent ? "auction/test" : "settlement/test";
        return new Recorded(
                position,
                EventId.random(),
                position,
                new NewEvent(
                        new StreamId(family),
                        event,
                        "test",
                        at,
                        new CorrelationId("test/" + position),
                        Optional.empty()));
    }

    private static Lot lot(int number, String title, AssetId artwork) {
        return new Lot(
                number,
                title,
                "Mara Lindqvist",
                "Painted over three winters in a flooded courtyard, this koi never swims the same way twice.",
                artwork,
                new TokenRef(new ChainId("sim:1"), WALLET, BigInteger.valueOf(number)),
                WALLET);
    }

    private static Bidder bidder(String handle) {
        return new Bidder(account(handle), WALLET);
    }

    private static Account account(String handle) {
        return new Account(new AccountId("sandbox", "id-" + handle.hashCode()), handle, handle);
    }

    private Post post(String handle, String text, Instant at) {
        return new Post(new PostId("sandbox", "p" + position), account(handle), text, at, Relation.ORIGINAL, true);
    }
}
