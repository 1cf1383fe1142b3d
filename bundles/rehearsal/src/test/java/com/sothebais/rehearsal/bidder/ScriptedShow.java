package com.sothebais.rehearsal.bidder;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A show of two 45-second lots that a test moves by hand: it is told what happens and what second it is. */
final class ScriptedShow {
    static final Duration LOT = Duration.ofSeconds(45);
    static final Duration WINDOW = Duration.ofSeconds(15);
    private static final Instant START = Instant.parse("2026-05-01T18:00:00Z");
    private static final SessionId SESSION = new SessionId("s1");
    private static final WalletAddress WALLET = new WalletAddress("0x" + "a".repeat(40));

    private final Account me;
    private ShowView view = ShowView.EMPTY;
    private Instant now = START;
    private int posts;

    ScriptedShow(String handle) {
        this.me = account(handle);
        happens(new SessionPlanned(plan()));
        happens(new SessionMoved(SESSION, SessionPhase.PLANNED, SessionPhase.PRE));
    }

    static Money eth(String amount) {
        return Money.of(amount, Currency.ETH);
    }

    static Account account(String handle) {
        return new Account(new AccountId("sandbox", handle), handle, handle);
    }

    ScriptedShow opens(int lot) {
        if (lot == 1) {
            happens(new SessionMoved(SESSION, SessionPhase.PRE, SessionPhase.LIVE));
        }
        PlannedLot planned = plan().lots().get(lot - 1);
        happens(new AuctionOpened(planned.auction(), SESSION, planned.lot(), planned.rules(), now.plus(LOT)));
        return this;
    }

    ScriptedShow closes(int lot) {
        PlannedLot planned = plan().lots().get(lot - 1);
        happens(new AuctionClosed(
                planned.auction(), planned.lot(), new Outcome.Returned(Outcome.Cause.NO_BIDS), Hash.GENESIS, 0));
        return this;
    }

    ScriptedShow moves(SessionPhase from, SessionPhase to) {
        happens(new SessionMoved(SESSION, from, to));
        return this;
    }

    Post leads(String handle, int lot, String amount) {
        Post post = post(account(handle), "bid " + amount);
        Money money = eth(amount);
        happens(new BidAccepted(
                new AuctionId("a" + lot),
                post,
                new Bidder(account(handle), WALLET),
                money,
                money.plus(eth("0.1")),
                Optional.empty(),
                Hash.GENESIS));
        return post;
    }

    Post refused(int lot, Reason reason) {
        Post post = post(me, "bid");
        happens(new BidRefused(
                Optional.of(new AuctionId("a" + lot)),
                post,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Hash.GENESIS)));
        return post;
    }

    /** Lets time pass. */
    ScriptedShow after(double seconds) {
        now = now.plusMillis(Math.round(seconds * 1000));
        return this;
    }

    /** Asks the habit once. */
    List<Move> asks(Habit habit) {
        return habit.next(new Situation(now, view, SESSION, me, new Pace(LOT, WINDOW)));
    }

    /** Asks the habit ten times a second while time passes; gives every move with the second it came at. */
    List<Timed> watch(Habit habit, double seconds) {
        List<Timed> moves = new ArrayList<>();
        Instant end = now.plusMillis(Math.round(seconds * 1000));
        while (now.isBefore(end)) {
            double second = Duration.between(START, now).toMillis() / 1000.0;
            asks(habit).forEach(move -> moves.add(new Timed(second, move)));
            after(0.1);
        }
        return moves;
    }

    /** @param second since the start of the show */
    record Timed(double second, Move move) {
        String text() {
            return move instanceof Move.Say say ? say.text() : "";
        }
    }

    private Post post(Account author, String text) {
        posts++;
        return new Post(new PostId("sandbox", Integer.toString(posts)), author, text, now, Relation.ORIGINAL, true);
    }

    private static SessionPlan plan() {
        Instant live = START.plusSeconds(20);
        List<PlannedLot> lots = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Instant opens = live.plus(LOT.plusSeconds(8).multipliedBy(number - 1L));
            Lot lot = new Lot(
                    number,
                    "Work " + number,
                    "Artist",
                    "Story.",
                    new AssetId("0".repeat(64)),
                    new TokenRef(new ChainId("sim:1"), WALLET, BigInteger.valueOf(number)),
                    WALLET);
            lots.add(new PlannedLot(new AuctionId("a" + number), lot, rules(), opens, opens.plus(LOT)));
        }
        SessionPlan.Times times = new SessionPlan.Times(START, live, live.plusSeconds(98), live.plusSeconds(118));
        return new SessionPlan(SESSION, new CampaignId("c"), java.time.ZoneOffset.UTC, times, lots);
    }

    private static Rules rules() {
        return new Rules(
                eth("1"),
                Optional.empty(),
                new Increment.Absolute(eth("0.1")),
                new Extension(WINDOW, WINDOW, 3, Duration.ofMinutes(1)),
                5,
                Duration.ofSeconds(1));
    }

    private void happens(AuctionEvent event) {
        NewEvent fact =
                new NewEvent(new StreamId("test"), event, "test", now, new CorrelationId("test"), Optional.empty());
        long position = view.position() + 1;
        view = view.after(new Recorded(position, EventId.random(), position, fact));
    }
}
