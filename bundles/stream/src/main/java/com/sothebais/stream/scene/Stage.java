package com.sothebais.stream.scene;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.show.ShowView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of the show together with the instants that only a stream needs. Immutable.
 *
 * @param extended the last move of an end
 * @param closed the last close
 */
public record Stage(ShowView show, Optional<Mark> extended, Optional<Mark> closed) {

    /** How long the result of a lot stays before the next lot is shown, unless that one opens sooner. */
    public static final Duration RESULT_SHOWN = Duration.ofSeconds(8);

    /** Before anything happened. */
    public static final Stage EMPTY = new Stage(ShowView.EMPTY, Optional.empty(), Optional.empty());

    /** When something happened to a lot, UTC. */
    public record Mark(AuctionId auction, Instant at) {}

    /** The state after one more fact. */
    public Stage after(Recorded recorded) {
        ShowView next = show.after(recorded);
        Instant at = recorded.fact().at();
        if (recorded.event() instanceof AuctionExtended event) {
            return new Stage(next, Optional.of(new Mark(event.auction(), at)), closed);
        }
        if (recorded.event() instanceof AuctionClosed event) {
            return new Stage(next, extended, Optional.of(new Mark(event.auction(), at)));
        }
        return new Stage(next, extended, closed);
    }

    /** What is to be seen of it: while a rehearsal runs that alone, else everything but rehearsals. */
    public Stage onStage() {
        ShowView view = show.onStage();
        return view == show
                ? this
                : new Stage(view, extended.filter(mark -> isIn(view, mark)), closed.filter(mark -> isIn(view, mark)));
    }

    private static boolean isIn(ShowView view, Mark mark) {
        return view.lot(mark.auction()).isPresent();
    }

    /** Whether a rehearsal is on stage, which only those on this machine may see. */
    public boolean isRehearsal() {
        return show.rehearsal().isPresent();
    }

    /** What every picture bears while a rehearsal is on stage. */
    public Optional<RehearsalSign> sign() {
        return RehearsalSign.of(show);
    }

    /** The campaign of the rehearsal on stage. */
    public Optional<CampaignId> rehearsal() {
        return show.rehearsal().map(SessionPlan::campaign);
    }

    /** Whether viewers see a difference after a fact of this kind. */
    public static boolean shows(Event event) {
        return event instanceof AuctionEvent && !(event instanceof PostHeard)
                || event instanceof SettlementConfirmed
                || event instanceof SettlementRefused;
    }
}
