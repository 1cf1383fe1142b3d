package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.MaximumSet;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.AuctionEvent.RulesChanged;
import com.sothebais.api.auction.LotOverride;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What admins did by hand and what follows from it. */
final class Overrides {
    private final Oracle oracle;
    private Optional<OverrideMade> made = Optional.empty();

    Overrides(Oracle oracle) {
        this.oracle = oracle;
    }

    void made(OverrideMade event, LotBook lot) {
        made = Optional.of(event);
    }

    void done() {
        made = Optional.empty();
    }

    private <O extends LotOverride> Optional<O> ordered(LotBook lot, Class<O> type) {
        return made.filter(one -> one.auction().equals(lot.id()))
                .map(OverrideMade::override)
                .filter(type::isInstance)
                .map(type::cast);
    }

    boolean cancels(AuctionClosed event) {
        return ordered(oracle.lots.get(event.auction()), LotOverride.Cancel.class)
                .isPresent();
    }

    boolean closes(AuctionClosed event) {
        return ordered(oracle.lots.get(event.auction()), LotOverride.ForceClose.class)
                .isPresent();
    }

    /** Whether an admin moved the end so; it counts as no extension of the rules. */
    boolean extends_(AuctionExtended event) {
        LotBook lot = oracle.lots.get(event.auction());
        return ordered(lot, LotOverride.Extend.class)
                .filter(extend -> lot.ends.plus(extend.by()).equals(event.to()) && event.count() == lot.extensions)
                .isPresent();
    }

    void paused(LotBook lot, Instant at) {
        require(ordered(lot, LotOverride.Pause.class).isPresent(), Invariant.INVENTED, "nobody paused %s", lot.id());
        require(lot.isOpen() && !lot.isPaused(), Invariant.CLOCK, "%s cannot be paused", lot.id());
        lot.paused = Optional.of(at);
    }

    void resumed(AuctionResumed event, LotBook lot, Instant at) {
        throw new Violation(Invariant.INVENTED, "not yet: " + event);
    }

    void voided(BidVoided event, LotBook lot, List<Knowledge> possible) {
        throw new Violation(Invariant.INVENTED, "not yet: " + event);
    }

    void changed(RulesChanged event, LotBook lot) {
        throw new Violation(Invariant.INVENTED, "not yet: " + event);
    }

    void maximum(MaximumSet event, LotBook lot) {
        throw new Violation(Invariant.INVENTED, "not yet: " + event);
    }

    void proxyBid(BidAccepted event, LotBook lot, List<Knowledge> possible) {
        throw new Violation(Invariant.INVENTED, "not yet: " + event);
    }

    void awarded(LotAwarded event, LotBook lot, List<Knowledge> possible) {
        throw new Violation(Invariant.INVENTED, "not yet: " + event);
    }
}
