package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.AuctionEvent.RulesChanged;
import com.sothebais.api.auction.AuctionEvent.Standing;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.LotOverride.Cancel;
import com.sothebais.api.auction.LotOverride.ChangeReserve;
import com.sothebais.api.auction.LotOverride.ChangeViewerDelay;
import com.sothebais.api.auction.LotOverride.Extend;
import com.sothebais.api.auction.LotOverride.ForceClose;
import com.sothebais.api.auction.LotOverride.Pause;
import com.sothebais.api.auction.LotOverride.Resume;
import com.sothebais.api.auction.LotOverride.VoidBid;
import com.sothebais.api.auction.Rules;
import com.sothebais.simulation.oracle.LotBook.Bid;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What admins did by hand and what follows from it. */
final class Overrides {
    private final Oracle oracle;
    private final Map<String, Order> orders = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private Optional<OverrideMade> made = Optional.empty();
    private boolean followed;

    private record Order(AuctionId auction, LotOverride override) {}

    Overrides(Oracle oracle) {
        this.oracle = oracle;
    }

    /** @param reason unique among all orders */
    void ordered(String reason, AuctionId auction, LotOverride override) {
        orders.put(reason, new Order(auction, override));
    }

    boolean isDone(String reason) {
        return done.contains(reason);
    }

    void made(OverrideMade event, LotBook lot, Instant at) {
        String reason = event.decree().reason();
        Order order = orders.get(reason);
        require(
                new Order(event.auction(), event.override()).equals(order),
                Invariant.INVENTED,
                "%s was recorded, ordered was %s",
                event,
                order);
        require(done.add(reason), Invariant.ONE_ANSWER, "%s was done twice", event);
        Optional<String> objection = objection(lot, event.override(), at);
        require(objection.isEmpty(), Invariant.VERDICT, "%s although the lot %s", event, objection);
        made = Optional.of(event);
        followed = false;
    }

    /** One more fact, or the end of them: what was ordered is the very next one. */
    void next(boolean last) {
        require(made.isEmpty() || !followed && !last, Invariant.INVENTED, "nothing followed from %s", made);
        followed = true;
    }

    /** What speaks against an override at an instant, by the table in the rules of the sale. */
    static Optional<String> objection(LotBook lot, LotOverride override, Instant at) {
        boolean over = lot.isOpen() && !lot.isPaused() && !at.isBefore(lot.ends);
        boolean allowed;
        if (override instanceof Pause) {
            allowed = lot.isOpen() && !lot.isPaused() && !over;
        } else if (override instanceof Resume) {
            allowed = lot.isOpen() && lot.isPaused();
        } else if (override instanceof Extend extend) {
            allowed = lot.isOpen()
                    && (lot.isPaused() || lot.ends.plus(extend.by()).isAfter(at));
        } else if (override instanceof VoidBid voiding) {
            allowed = lot.isOpen() && find(lot, voiding).isPresent();
        } else if (override instanceof ForceClose) {
            allowed = lot.isOpen();
        } else if (override instanceof ChangeReserve change) {
            boolean fits = change.reserve()
                    .map(reserve -> reserve.amount().currency().equals(lot.rules.currency()))
                    .orElse(true);
            allowed = !lot.isClosed() && lot.bids.isEmpty() && fits;
        } else if (override instanceof ChangeViewerDelay) {
            allowed = !lot.isClosed() && !over;
        } else {
            allowed = !lot.isClosed();
        }
        return allowed ? Optional.empty() : Optional.of("is " + lot.status + " until " + lot.ends + " at " + at);
    }

    private static Optional<Bid> find(LotBook lot, VoidBid voiding) {
        return lot.bids.stream()
                .filter(bid -> bid.post().equals(voiding.post()) && !bid.voided())
                .findFirst();
    }

    /** The override of that kind that was just made on the lot, once. */
    private <O extends LotOverride> Optional<O> taken(LotBook lot, Class<O> type) {
        Optional<O> taken = made.filter(one -> one.auction().equals(lot.id()))
                .map(OverrideMade::override)
                .filter(type::isInstance)
                .map(type::cast);
        if (taken.isPresent()) {
            made = Optional.empty();
        }
        return taken;
    }

    private <O extends LotOverride> O ordered(LotBook lot, Class<O> type) {
        return taken(lot, type)
                .orElseThrow(() -> new Violation(
                        Invariant.INVENTED, "nobody ordered " + type.getSimpleName() + " of " + lot.id()));
    }

    boolean cancels(LotBook lot) {
        return taken(lot, Cancel.class).isPresent();
    }

    boolean closes(LotBook lot) {
        return taken(lot, ForceClose.class).isPresent();
    }

    /** Whether an admin moved the end so; it counts as no extension of the rules, and the hard stop moves with it. */
    boolean extendsByHand(AuctionExtended event, LotBook lot) {
        Optional<Extend> extend = taken(lot, Extend.class);
        extend.ifPresent(one -> {
            Instant to = lot.ends.plus(one.by()).truncatedTo(ChronoUnit.MICROS);
            require(
                    event.to().equals(to) && event.count() == lot.extensions,
                    Invariant.CLOCK,
                    "%s, ordered was the end %s",
                    event,
                    to);
            lot.hardStop = lot.hardStop.plus(Duration.between(lot.ends, to));
        });
        return extend.isPresent();
    }

    void paused(LotBook lot, Instant at) {
        ordered(lot, Pause.class);
        lot.paused = Optional.of(at);
    }

    void resumed(AuctionResumed event, LotBook lot, Instant at) {
        ordered(lot, Resume.class);
        Duration pause = Duration.between(lot.paused.orElseThrow(), at);
        require(
                event.ends().equals(lot.ends.plus(pause)),
                Invariant.CLOCK,
                "%s after a pause of %s, it was to end at %s",
                event,
                pause,
                lot.ends);
        lot.hardStop = lot.hardStop.plus(pause);
        lot.ends = event.ends();
        lot.paused = Optional.empty();
    }

    void voided(BidVoided event, LotBook lot, List<Knowledge> possible) {
        Bid bid = find(lot, ordered(lot, VoidBid.class)).orElseThrow();
        require(
                event.bidder().equals(bid.bidder()) && event.amount().equals(bid.amount()),
                Invariant.VERDICT,
                "%s is not %s",
                event,
                bid);
        lot.bids.replaceAll(one -> one == bid ? one.takenBack() : one);
        if (lot.lead.filter(bid::equals).isPresent()) {
            Set<Optional<Bid>> leads = new LinkedHashSet<>();
            possible.forEach(knowledge -> leads.add(best(lot, knowledge)));
            lot.lead = leads.stream()
                    .filter(lead -> lead.map(Overrides::standing).equals(event.standing()))
                    .findFirst()
                    .orElseThrow(() -> new Violation(
                            Invariant.VERDICT, event + " voids the leading bid, after which leads one of " + leads));
        }
        require(
                event.standing().equals(lot.lead.map(Overrides::standing))
                        && event.nextMinimum().equals(lot.least()),
                Invariant.VERDICT,
                "after %s leads %s",
                event,
                lot.lead);
    }

    private static Standing standing(Bid bid) {
        return new Standing(bid.bidder(), bid.amount());
    }

    /** The best bid that is left and whose money is free, of equal ones the earlier. */
    private Optional<Bid> best(LotBook lot, Knowledge knowledge) {
        Justice justice = new Justice(oracle.lots.values(), knowledge);
        Optional<Bid> best = Optional.empty();
        for (Bid bid : lot.bids) {
            boolean better = best.isEmpty()
                    || bid.amount().units().compareTo(best.get().amount().units()) > 0;
            boolean free = bid.amount()
                            .units()
                            .compareTo(justice.free(lot, bid.bidder().wallet()))
                    <= 0;
            best = better && free && !bid.voided() ? Optional.of(bid) : best;
        }
        return best;
    }

    /** Whether the maxima answer to it. */
    boolean changed(RulesChanged event, LotBook lot) {
        Optional<ChangeReserve> reserve = taken(lot, ChangeReserve.class);
        Rules wanted = reserve.isPresent()
                ? lot.rules.withReserve(reserve.get().reserve())
                : lot.rules.withViewerDelay(
                        ordered(lot, ChangeViewerDelay.class).delay());
        require(event.rules().equals(wanted), Invariant.VERDICT, "%s, ordered was %s", event, wanted);
        lot.rules = event.rules();
        return reserve.isPresent();
    }
}
