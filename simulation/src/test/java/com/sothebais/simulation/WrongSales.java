package com.sothebais.simulation;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.MaximumSet;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.chain.EscrowMovement.Deposited;
import com.sothebais.api.chain.EscrowMovement.Settled;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.auction.engine.ForgetfulSnapshots;
import com.sothebais.auction.engine.Settings;
import com.sothebais.auction.engine.Snapshots;
import com.sothebais.simulation.WrongEngines.Twisted;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Engines that sell wrongly on purpose: who wins, for how much, until when, and who may know of it. */
final class WrongSales {
    private WrongSales() {}

    /** The network's time does not count: of two posts that wait, the one that arrived first goes first. */
    static Wiring judgesAsTheyArrive() {
        return new Wiring() {
            @Override
            public Settings settings(Settings settings) {
                return new Settings(
                        settings.inboxCapacity(),
                        1,
                        settings.ratePosts(),
                        settings.rateWalletBids(),
                        settings.rateWindow(),
                        settings.snapshotFacts());
            }
        };
    }

    /** The second best bidder wins for the price. */
    static Wiring sellsToTheOneBefore() {
        Map<AuctionId, Bidder> displaced = new HashMap<>();
        return WrongEngines.recording(event -> {
            if (event instanceof BidAccepted bid) {
                bid.displaced().ifPresent(bidder -> displaced.put(bid.auction(), bidder));
            }
            if (event instanceof AuctionClosed closed
                    && closed.outcome() instanceof Outcome.Sold sold
                    && displaced.containsKey(closed.auction())) {
                Outcome other = new Outcome.Sold(displaced.get(closed.auction()), sold.price());
                return new AuctionClosed(closed.auction(), closed.lot(), other, closed.root(), closed.entries());
            }
            return event;
        });
    }

    /** The auctioneer hears of no more than half of every deposit, as if the lock of an outbid bid were never lifted. */
    static Wiring neverFreesTheOutbid() {
        return hearing(event -> event instanceof EscrowMoved moved && moved.movement() instanceof Deposited in
                ? new EscrowMoved(moved.chain(), new Deposited(in.block(), in.tx(), in.wallet(), half(in.amount())))
                : event);
    }

    private static Money half(Money money) {
        return new Money(money.units().shiftRight(1), money.currency());
    }

    /** A settlement takes no money from the escrow. */
    static Wiring paysTwice() {
        return hearing(event -> event instanceof EscrowMoved moved && moved.movement() instanceof Settled out
                ? new EscrowMoved(
                        moved.chain(),
                        new Settled(
                                out.block(),
                                out.tx(),
                                out.wallet(),
                                new Money(BigInteger.ZERO, out.amount().currency()),
                                out.settlement()))
                : event);
    }

    private static Wiring hearing(java.util.function.UnaryOperator<Event> twist) {
        return new Wiring() {
            @Override
            public Recorded fact(Recorded fact) {
                NewEvent known = fact.fact();
                NewEvent heard = new NewEvent(
                        known.stream(),
                        twist.apply(known.event()),
                        known.source(),
                        known.at(),
                        known.correlation(),
                        known.causation());
                return new Recorded(fact.position(), fact.id(), fact.sequence(), heard);
            }
        };
    }

    /** An extension ends before the end that it moves. */
    static Wiring movesAnEndBack() {
        return WrongEngines.recording(event -> event instanceof AuctionExtended extended
                ? new AuctionExtended(
                        extended.auction(), extended.from(), extended.from().minusSeconds(1), extended.count())
                : event);
    }

    /** A refused bidder is told the highest maximum as the next minimum. */
    static Wiring revealsAMaximum() {
        Map<AuctionId, Money> maxima = new HashMap<>();
        return WrongEngines.recording(event -> {
            if (event instanceof MaximumSet set && set.maximum().isPresent()) {
                maxima.put(set.auction(), set.maximum().get());
            }
            if (event instanceof BidRefused bid
                    && bid.reason() == Reason.TOO_LOW
                    && bid.auction().filter(maxima::containsKey).isPresent()) {
                Money told = maxima.get(bid.auction().get());
                return new BidRefused(
                        bid.auction(), bid.post(), bid.reason(), bid.amount(), Optional.of(told), bid.entry());
            }
            return event;
        });
    }

    /** What the engine bids for a maximum is a little more than it must be. */
    static Wiring bidsTooMuch() {
        return WrongEngines.recording(event -> event instanceof BidAccepted bid
                        && bid.post().isByProxy()
                ? new BidAccepted(
                        bid.auction(),
                        bid.post(),
                        bid.bidder(),
                        bid.amount().plus(new Money(BigInteger.ONE, bid.amount().currency())),
                        bid.nextMinimum(),
                        bid.displaced(),
                        bid.entry())
                : event);
    }

    /** The runner-up is passed over. */
    static Wiring awardsToNobody() {
        return WrongEngines.recording(event -> event instanceof LotAwarded awarded
                ? new LotAwarded(
                        awarded.auction(),
                        awarded.lot(),
                        new Outcome.Returned(Outcome.Cause.UNPAID),
                        awarded.round(),
                        awarded.root())
                : event);
    }

    /** A bid that should lead is refused as if it could not be judged. */
    static Wiring stumblesOverABid() {
        return WrongEngines.recording(
                event -> event instanceof BidAccepted bid && !bid.post().isByProxy()
                        ? new BidRefused(
                                Optional.empty(),
                                bid.post(),
                                Reason.UNREADABLE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())
                        : event);
    }

    /** The end of a paused lot does not move on. */
    static Wiring resumesWithoutTime() {
        return WrongEngines.recording(event -> event instanceof AuctionResumed resumed
                ? new AuctionResumed(resumed.auction(), resumed.ends().minusMillis(1))
                : event);
    }

    /** After a void nobody leads. */
    static Wiring voidsToNobody() {
        return WrongEngines.recording(event -> event instanceof BidVoided bid
                ? new BidVoided(
                        bid.auction(),
                        bid.post(),
                        bid.bidder(),
                        bid.amount(),
                        Optional.empty(),
                        bid.nextMinimum(),
                        bid.entry())
                : event);
    }

    /** The state that a restart begins with lacks the newest bid of a lot, and its checksum is right. */
    static Wiring aSnapshotForgetsABid() {
        return new Wiring() {
            @Override
            public Snapshots snapshots(Snapshots snapshots) {
                return new ForgetfulSnapshots(snapshots);
            }
        };
    }

    /** Every order is recorded twice. */
    static Wiring doesOrdersTwice() {
        return WrongEngines.log(log -> new Twisted(log) {
            @Override
            public List<Recorded> append(Append append) {
                List<NewEvent> facts = new ArrayList<>();
                for (NewEvent fact : append.events()) {
                    facts.add(fact);
                    if (fact.event() instanceof OverrideMade) {
                        facts.addAll(append.events()
                                .subList(
                                        append.events().indexOf(fact) + 1,
                                        append.events().size()));
                        facts.add(fact);
                    }
                }
                return log.append(new Append(facts, append.projection(), append.fence()));
            }
        });
    }
}
