package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Campaign.Policy;
import com.sothebais.api.auction.Campaign.Unpaid;
import com.sothebais.api.auction.Campaign.Unsold;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Outcome.Cause;
import com.sothebais.api.auction.Outcome.Returned;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.simulation.oracle.LotBook.Bid;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows when a lot was not sold or not paid. */
final class Aftermath {
    private final Oracle oracle;

    Aftermath(Oracle oracle) {
        this.oracle = oracle;
    }

    private Policy policy(LotBook lot) {
        return oracle.policies.get(oracle.sessions.get(lot.session).campaign());
    }

    void awarded(LotAwarded event, LotBook lot, List<Knowledge> possible) {
        require(
                lot.isClosed() && lot.outcome.orElseThrow() instanceof Sold && event.round() == lot.round + 1,
                Invariant.OUTCOME,
                "%s, it ended as %s in round %d",
                event,
                lot.outcome,
                lot.round);
        require(event.root().equals(lot.head), Invariant.LEDGER, "%s has the root %s", event, lot.head);
        lot.failed.add(((Sold) lot.outcome.get()).winner());
        Set<Outcome> outcomes = new LinkedHashSet<>();
        for (Knowledge knowledge : possible) {
            if (knowledge.refusals(lot.id().value()) >= lot.round) {
                outcomes.add(next(lot, knowledge));
            }
        }
        require(outcomes.contains(event.outcome()), Invariant.OUTCOME, "%s, due was %s", event, outcomes);
        lot.outcome = Optional.of(event.outcome());
        lot.round = event.round();
    }

    private Outcome next(LotBook lot, Knowledge knowledge) {
        Justice justice = new Justice(oracle.lots.values(), knowledge);
        Optional<Bid> best = Optional.empty();
        for (Bid bid : lot.bids) {
            boolean better = best.isEmpty()
                    || bid.amount().units().compareTo(best.get().amount().units()) > 0;
            boolean other = lot.failed.stream().noneMatch(failed -> isSame(failed, bid.bidder()));
            boolean free = bid.amount()
                            .units()
                            .compareTo(justice.free(lot, bid.bidder().wallet()))
                    <= 0;
            if (better && other && free && !bid.voided() && lot.meetsReserve(bid.amount())) {
                best = Optional.of(bid);
            }
        }
        boolean goesOn = policy(lot).unpaid() == Unpaid.RUNNER_UP;
        return best.filter(any -> goesOn)
                .<Outcome>map(bid -> new Sold(bid.bidder(), bid.amount()))
                .orElse(new Returned(Cause.UNPAID));
    }

    private static boolean isSame(Bidder one, Bidder other) {
        return one.account().id().equals(other.account().id()) || one.wallet().equals(other.wallet());
    }

    /** Whether a session that nobody ordered puts lots up again as it must. */
    boolean allows(SessionPlan plan, Instant at) {
        return !plan.lots().isEmpty()
                && plan.times().live().isAfter(at)
                && plan.lots().stream().allMatch(lot -> lot.relistOf()
                        .map(oracle.lots::get)
                        .filter(before -> isDue(before) && isSame(before, lot))
                        .isPresent());
    }

    private static boolean isSame(LotBook before, PlannedLot again) {
        return before.plan.lot().equals(again.lot()) && before.rules.equals(again.rules());
    }

    /** Whether a lot has to be put up again: once, when the sale of its session is over or its winner could not pay. */
    private boolean isDue(LotBook lot) {
        if (!lot.isClosed()
                || lot.plan.relistOf().isPresent()
                || !(lot.outcome.orElseThrow() instanceof Returned end)) {
            return false;
        }
        if (end.cause() == Cause.UNPAID) {
            return policy(lot).unpaid() == Unpaid.RELIST;
        }
        boolean over = oracle.phases.get(lot.session).ordinal() >= SessionPhase.POST.ordinal();
        return over && end.cause() != Cause.CANCELLED && policy(lot).unsold() == Unsold.RELIST;
    }

    /** At the end: every lot that had to be put up again was. */
    void finished() {
        for (LotBook lot : oracle.lots.values()) {
            long again = oracle.lots.values().stream()
                    .filter(other ->
                            other.plan.relistOf().filter(lot.id()::equals).isPresent())
                    .count();
            require(
                    again == (isDue(lot) ? 1 : 0),
                    Invariant.OUTCOME,
                    "%s ended as %s and was put up again %d times",
                    lot.id(),
                    lot.outcome,
                    again);
            boolean waits = lot.outcome.orElseThrow() instanceof Sold && !oracle.isPaid(lot);
            require(!waits, Invariant.OUTCOME, "%s was sold and is neither paid nor awarded", lot.id());
        }
    }
}
