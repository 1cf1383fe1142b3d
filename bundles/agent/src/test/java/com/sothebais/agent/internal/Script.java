package com.sothebais.agent.internal;

import static com.sothebais.api.money.Currency.ETH;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
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
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A small show for tests: one session, two lots of a minute, two bidders. */
final class Script {
    static final Instant START = Instant.parse("2026-03-01T19:00:00Z");
    static final AuctionId ONE = new AuctionId("lot-1");
    static final AuctionId TWO = new AuctionId("lot-2");
    static final SessionId SESSION = new SessionId("day-1");
    static final CampaignId CAMPAIGN = new CampaignId("spring");
    static final Bidder ALICE = bidder("alice", "a1");
    static final Bidder BOB = bidder("bob_7", "b0");

    private static final WalletAddress SELLER = new WalletAddress("0x" + "5e".repeat(20));

    private Script() {}

    static Lot lot(int number) {
        TokenRef token = new TokenRef(new ChainId("sim:1"), SELLER, BigInteger.valueOf(number));
        return new Lot(
                number,
                number == 1 ? "Neon Koi" : "Glass Fox",
                "Mira Vale",
                "Painted in one night. It glows.",
                new AssetId("ab".repeat(32)),
                token,
                SELLER);
    }

    static Rules rules() {
        return new Rules(
                eth("1"), Optional.empty(), new Increment.Absolute(eth("0.1")), Extension.NONE, 10, Duration.ZERO);
    }

    static CampaignPublished published() {
        Schedule schedule = new Schedule(
                ZoneId.of("America/New_York"),
                new Schedule.Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1), Set.of()),
                Schedule.Daily.DEFAULT,
                2,
                Duration.ZERO);
        return new CampaignPublished(new Campaign(
                CAMPAIGN,
                "Night Garden",
                "Studio",
                "Studio",
                schedule,
                List.of(lot(1), lot(2)),
                rules(),
                Campaign.Policy.RETURN));
    }

    static SessionPlanned planned() {
        Instant live = START.plusSeconds(20);
        return new SessionPlanned(new SessionPlan(
                SESSION,
                CAMPAIGN,
                ZoneId.of("America/New_York"),
                new SessionPlan.Times(START, live, live.plusSeconds(120), live.plusSeconds(140)),
                List.of(
                        new SessionPlan.PlannedLot(ONE, lot(1), rules(), live, live.plusSeconds(60)),
                        new SessionPlan.PlannedLot(
                                TWO, lot(2), rules(), live.plusSeconds(60), live.plusSeconds(120)))));
    }

    static SessionMoved moved(SessionPhase from, SessionPhase to) {
        return new SessionMoved(SESSION, from, to);
    }

    static AuctionOpened opened(Instant ends) {
        return new AuctionOpened(ONE, SESSION, lot(1), rules(), ends);
    }

    static BidAccepted accepted(Bidder bidder, String postId, String amount, Bidder... displaced) {
        return new BidAccepted(
                ONE,
                post(bidder.account(), postId, amount + " ETH"),
                bidder,
                eth(amount),
                eth(amount).plus(eth("0.1")),
                displaced.length == 0 ? Optional.empty() : Optional.of(displaced[0]),
                Hash.GENESIS);
    }

    static BidRefused refused(Bidder bidder, String postId, Reason reason) {
        return new BidRefused(
                Optional.of(ONE),
                post(bidder.account(), postId, "0.5 ETH"),
                reason,
                Optional.of(eth("0.5")),
                Optional.of(eth("1.6")),
                Optional.empty());
    }

    static PostHeard heard(Bidder guest, String postId, String text) {
        return new PostHeard(post(guest.account(), postId, text), true);
    }

    static AuctionExtended extended(Instant from, Instant to) {
        return new AuctionExtended(ONE, from, to, 1);
    }

    static AuctionClosed sold(Bidder winner, String price) {
        return new AuctionClosed(ONE, lot(1), new Outcome.Sold(winner, eth(price)), Hash.GENESIS, 3);
    }

    static AuctionClosed returned() {
        return new AuctionClosed(ONE, lot(1), new Outcome.Returned(Outcome.Cause.NO_BIDS), Hash.GENESIS, 1);
    }

    static Post post(Account author, String id, String text) {
        return new Post(new PostId("sandbox", id), author, text, START, Relation.ORIGINAL, true);
    }

    static Money eth(String decimal) {
        return Money.of(decimal, ETH);
    }

    static NewEvent fact(Event event, Instant at) {
        return new NewEvent(new StreamId("test"), event, "test", at, new CorrelationId("sandbox/p1"), Optional.empty());
    }

    private static Bidder bidder(String handle, String wallet) {
        return new Bidder(
                new Account(new AccountId("sandbox", handle), handle, handle),
                new WalletAddress("0x" + wallet.repeat(20)));
    }
}
