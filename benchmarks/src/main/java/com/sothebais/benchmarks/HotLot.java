package com.sothebais.benchmarks;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.auction.calendar.Calendar;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.Timekeeper;
import com.sothebais.auction.rules.Timekeeper.Move;
import com.sothebais.auction.rules.Timekeeper.MoveSession;
import com.sothebais.auction.rules.Timekeeper.OpenLot;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A saleroom with one lot open and a hundred bidders who have more money than they can spend. Not thread-safe. */
final class HotLot {
    static final int BIDDERS = 100;
    static final Instant NOW = Instant.parse("2026-06-01T14:00:01Z");

    /** The least raise, in wei. */
    static final long STEP_UNITS = 1_000_000_000L;

    private static final ChainId CHAIN = new ChainId("sim:1");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final StreamId STREAM = new StreamId("benchmark");
    private static final CorrelationId CORRELATION = new CorrelationId("benchmark");

    private HotLot() {}

    static Floor open() {
        Floor floor = new Floor();
        Schedule schedule = new Schedule(
                ZoneOffset.UTC,
                new Schedule.Days(DAY, DAY, Set.of()),
                Schedule.Daily.DEFAULT,
                new Schedule.Sale(1, Duration.ofMinutes(10), Schedule.Course.SEQUENTIAL));
        TokenRef token = new TokenRef(CHAIN, wallet(0xC0FFEE), BigInteger.ONE);
        Lot lot = new Lot(1, "Work", "Artist", "", new AssetId("a".repeat(64)), token, wallet(0x5E11E4));
        Campaign campaign = new Campaign(
                new CampaignId("c"), "C", "P", "P", schedule, List.of(lot), rules(), Campaign.Policy.RETURN);
        floor.apply(fact(new CampaignPublished(campaign)));
        Calendar.plan(campaign).forEach(session -> floor.apply(fact(new SessionPlanned(session))));
        for (int bidder = 0; bidder < BIDDERS; bidder++) {
            floor.apply(fact(new WalletLinked(account(bidder), wallet(bidder + 1))));
            TxHash paid = new TxHash(String.format("0x%064x", bidder + 1));
            Money funds = Money.of("100000000", Currency.ETH);
            floor.apply(fact(new EscrowMoved(CHAIN, new EscrowMovement.Deposited(1, paid, wallet(bidder + 1), funds))));
        }
        while (floor.openLots().isEmpty()) {
            floor.apply(fact(event(Timekeeper.next(floor, NOW).orElseThrow())));
        }
        return floor;
    }

    static Account account(int bidder) {
        return new Account(new AccountId("sim", "user-" + bidder), "user" + bidder, "User " + bidder);
    }

    static NewEvent fact(Event event) {
        return new NewEvent(STREAM, event, "auction", NOW, CORRELATION, Optional.empty());
    }

    private static Event event(Move move) {
        if (move instanceof MoveSession session) {
            return new SessionMoved(session.session(), session.from(), session.to());
        }
        if (move instanceof OpenLot open) {
            return new AuctionOpened(
                    open.lot().plan().auction(),
                    open.lot().session(),
                    open.lot().plan().lot(),
                    open.lot().rules(),
                    open.ends(NOW));
        }
        throw new IllegalStateException("no lot opens by " + NOW + ", the clock says " + move);
    }

    private static Rules rules() {
        Money step = new Money(BigInteger.valueOf(STEP_UNITS), Currency.ETH);
        Extension extension = new Extension(Duration.ofSeconds(10), Duration.ofSeconds(15), 3, Duration.ofSeconds(60));
        return new Rules(step, Optional.empty(), new Increment.Absolute(step), extension, 10, Duration.ofSeconds(5));
    }

    private static WalletAddress wallet(int number) {
        return new WalletAddress(String.format("0x%040x", number));
    }
}
