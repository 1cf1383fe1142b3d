package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionPaused;
import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
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
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.auction.OverrideException.Obstacle;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.money.Money;
import com.sothebais.auction.rules.LotState.Clockwork;
import com.sothebais.auction.rules.LotState.Status;
import com.sothebais.auction.rules.Trail.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What an admin may do to a lot by hand, and what follows from it. Pure. */
public final class Overrides {

    private Overrides() {}

    /**
     * The facts to record behind {@code OverrideMade}, in order. {@link Proxies#respond} comes after them.
     *
     * @throws OverrideException when there is no such lot or its state does not allow it
     */
    public static List<Decided> decide(Floor floor, AuctionId auction, LotOverride override, Instant now) {
        LotState lot = floor.lot(auction)
                .orElseThrow(() -> new OverrideException(
                        Obstacle.UNKNOWN, "There is no lot " + auction + ", or its session is over."));
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        if (override instanceof Pause) {
            return List.of(pause(lot, at));
        } else if (override instanceof Resume) {
            return List.of(resume(lot, at));
        } else if (override instanceof Extend extend) {
            return List.of(extend(lot, extend, at));
        } else if (override instanceof Cancel) {
            return List.of(cancel(lot));
        } else if (override instanceof ForceClose) {
            open(lot, "closed");
            return List.of(closed(lot, lot.outcome()));
        } else if (override instanceof VoidBid voiding) {
            return List.of(voided(floor, lot, voiding, at));
        } else if (override instanceof ChangeReserve change) {
            return List.of(reserve(lot, change));
        } else if (override instanceof ChangeViewerDelay change) {
            return List.of(delay(lot, change, at));
        }
        throw new IllegalStateException("no rule for " + override);
    }

    /** Names the state of a lot: changes whenever a bid, the clock, its rules or an admin changes the lot. */
    public static String basis(LotState lot) {
        Clockwork clock = lot.clock();
        return String.join(
                ":",
                lot.chain().head().hex().substring(0, 16),
                Integer.toString(lot.chain().entries()),
                lot.isPaused() ? "PAUSED" : clock.status().name(),
                clock.ends().toString(),
                Integer.toHexString(lot.rules().hashCode()));
    }

    private static Decided pause(LotState lot, Instant now) {
        open(lot, "paused");
        check(!lot.isPaused(), lot, "is paused already");
        check(
                now.isBefore(lot.clock().ends()),
                lot,
                "ended at " + lot.clock().ends() + " and only waits for late posts");
        return Decided.of(new AuctionPaused(lot.plan().auction()));
    }

    private static Decided resume(LotState lot, Instant now) {
        check(lot.is(Status.OPEN) && lot.isPaused(), lot, "is not paused");
        Duration pause = Duration.between(lot.clock().paused().orElseThrow(), now);
        // A clock that was set back must not take time away.
        Instant ends = lot.clock().ends().plus(pause.isNegative() ? Duration.ZERO : pause);
        return Decided.of(new AuctionResumed(lot.plan().auction(), ends));
    }

    private static Decided extend(LotState lot, Extend extend, Instant now) {
        open(lot, "extended");
        Instant ends = lot.clock().ends();
        Instant later = ends.plus(extend.by()).truncatedTo(ChronoUnit.MICROS);
        check(
                lot.isPaused() || later.isAfter(now),
                lot,
                "ended at " + ends + ", so it needs more than " + extend.by().toSeconds() + " s");
        return Decided.of(new AuctionExtended(
                lot.plan().auction(), ends, later, lot.clock().extensions()));
    }

    private static Decided cancel(LotState lot) {
        check(!lot.is(Status.CLOSED), lot, "is closed already");
        return closed(lot, new Outcome.Returned(Outcome.Cause.CANCELLED));
    }

    private static Decided closed(LotState lot, Outcome outcome) {
        return Decided.of(new AuctionClosed(
                lot.plan().auction(),
                lot.plan().lot(),
                outcome,
                lot.chain().head(),
                lot.chain().entries()));
    }

    private static Decided voided(Floor floor, LotState lot, VoidBid voiding, Instant now) {
        open(lot, "changed");
        Taken bid = lot.lead()
                .trail()
                .find(voiding.post())
                .orElseThrow(() -> illegal(
                        lot,
                        "has no accepted bid " + voiding.post()
                                + " that can be voided: it was voided before, or it is older than the newest "
                                + Trail.NEWEST_MAX + " and not its bidder's best"));
        Optional<Standing> standing = standing(floor, lot, bid);
        Money next = standing.map(lead -> lot.after(lead.amount()))
                .orElse(lot.rules().startPrice());
        Entries.Source source =
                new Entries.Source(bid.post(), bid.bidder().account().id());
        LedgerEntry entry = Entries.next(lot, source, Entries.VOIDED, Optional.of(bid.amount()), now);
        BidVoided fact = new BidVoided(
                lot.plan().auction(), bid.post(), bid.bidder(), bid.amount(), standing, next, entry.hash());
        return new Decided(fact, Optional.of(entry));
    }

    /** Who leads without the bid: nothing changes when another one leads, else the best one left whose money is still free. */
    static Optional<Standing> standing(Floor floor, LotState lot, Taken without) {
        if (lot.lead().bid().isPresent() && !leads(lot, without)) {
            LotState.Leading lead = lot.lead().bid().get();
            return Optional.of(new Standing(lead.bidder(), lead.amount()));
        }
        for (Taken bid : lot.lead().trail().without(without.post()).bestFirst()) {
            if (canPay(floor, lot, bid)) {
                return Optional.of(new Standing(bid.bidder(), bid.amount()));
            }
        }
        return Optional.empty();
    }

    static boolean canPay(Floor floor, LotState lot, Taken bid) {
        return !bid.amount().isMoreThan(floor.free(bid.bidder().wallet(), lot));
    }

    static boolean leads(LotState lot, Taken bid) {
        return lot.lead().bid().equals(Optional.of(new LotState.Leading(bid.bidder(), bid.amount())));
    }

    private static Decided reserve(LotState lot, ChangeReserve change) {
        check(!lot.is(Status.CLOSED), lot, "is closed");
        check(lot.lead().accepted() == 0, lot, "has had an accepted bid, so its reserve stays as it is");
        check(
                change.reserve()
                        .map(reserve ->
                                reserve.amount().currency().equals(lot.rules().currency()))
                        .orElse(true),
                lot,
                "takes " + lot.rules().currency().code());
        return changed(lot, lot.rules().withReserve(change.reserve()));
    }

    private static Decided delay(LotState lot, ChangeViewerDelay change, Instant now) {
        check(!lot.is(Status.CLOSED), lot, "is closed");
        boolean over = lot.is(Status.OPEN)
                && !lot.isPaused()
                && !now.isBefore(lot.clock().ends());
        check(!over, lot, "ended at " + lot.clock().ends() + ", so what the viewers see as zero stays as it is");
        return changed(lot, lot.rules().withViewerDelay(change.delay()));
    }

    private static Decided changed(LotState lot, Rules rules) {
        return Decided.of(new RulesChanged(lot.plan().auction(), rules));
    }

    private static void open(LotState lot, String done) {
        String state = lot.is(Status.PLANNED) ? "is not open yet" : "is closed";
        check(lot.is(Status.OPEN), lot, state + ", so it cannot be " + done);
    }

    private static void check(boolean allowed, LotState lot, String trouble) {
        if (!allowed) {
            throw illegal(lot, trouble);
        }
    }

    private static OverrideException illegal(LotState lot, String trouble) {
        return new OverrideException(Obstacle.ILLEGAL, "Lot " + lot.plan().lot().number() + " " + trouble + ".");
    }
}
