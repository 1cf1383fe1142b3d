package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.AuctionPaused;
import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.MaximumSet;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.AuctionEvent.RulesChanged;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.social.AccountId;
import com.sothebais.auction.rules.LotState.Chain;
import com.sothebais.auction.rules.LotState.Clockwork;
import com.sothebais.auction.rules.LotState.Lead;
import com.sothebais.auction.rules.LotState.Leading;
import com.sothebais.auction.rules.LotState.Status;
import java.time.Instant;
import java.util.Optional;

/** How each fact of an auction changes the floor. */
final class FloorFold implements AuctionEvent.Cases<Floor> {
    private final Floor floor;
    private final Instant at;

    FloorFold(Floor floor, Instant at) {
        this.floor = floor;
        this.at = at;
    }

    @Override
    public Floor campaignPublished(CampaignPublished event) {
        floor.add(event.campaign().id());
        return floor;
    }

    @Override
    public Floor sessionPlanned(SessionPlanned event) {
        floor.put(new SessionState(event.session(), SessionPhase.PLANNED, at));
        event.session()
                .lots()
                .forEach(lot -> floor.put(LotState.planned(lot, event.session().id())));
        return floor;
    }

    @Override
    public Floor sessionMoved(SessionMoved event) {
        SessionState session = floor.session(event.session())
                .orElseThrow(() -> new IllegalStateException("the log speaks of unknown session " + event.session()));
        floor.put(new SessionState(session.plan(), event.to(), at));
        return floor;
    }

    @Override
    public Floor auctionOpened(AuctionOpened event) {
        LotState lot = floor.known(event.auction());
        floor.put(lot.with(new Clockwork(Status.OPEN, at, event.ends(), event.ends(), 0, Instant.EPOCH)));
        return floor;
    }

    @Override
    public Floor bidAccepted(BidAccepted event) {
        LotState lot = floor.known(event.auction());
        Lead lead = new Lead(
                        Optional.of(new Leading(event.bidder(), event.amount())),
                        lot.lead().pending())
                .settled(event.post().author().id());
        floor.put(lot.with(lead).with(chained(lot, event.entry())));
        return floor;
    }

    @Override
    public Floor bidRefused(BidRefused event) {
        event.auction().map(floor::known).ifPresent(lot -> {
            LotState after =
                    event.entry().map(entry -> lot.with(chained(lot, entry))).orElse(lot);
            AccountId author = event.post().author().id();
            if (event.reason() == Reason.CONFIRM_LARGE && event.amount().isPresent()) {
                after = after.with(after.lead().awaiting(author, event.amount().get()));
            } else if (event.reason() == Reason.RETRACTION) {
                // What counts is binding, but what only waits for a yes can be taken back.
                after = after.with(after.lead().settled(author));
            }
            floor.put(after);
        });
        return floor;
    }

    @Override
    public Floor auctionExtended(AuctionExtended event) {
        LotState lot = floor.known(event.auction());
        Clockwork clock = lot.clock();
        floor.put(lot.with(new Clockwork(
                clock.status(), clock.opened(), clock.firstEnd(), event.to(), event.count(), clock.closed())));
        return floor;
    }

    @Override
    public Floor auctionClosed(AuctionClosed event) {
        LotState lot = floor.known(event.auction());
        Clockwork clock = lot.clock();
        LotState closed = lot.with(
                new Clockwork(Status.CLOSED, clock.opened(), clock.firstEnd(), clock.ends(), clock.extensions(), at));
        boolean sold = event.outcome() instanceof Outcome.Sold;
        floor.put(closed.with(sold ? new Lead(lot.lead().bid(), java.util.Map.of()) : Lead.NONE));
        return floor;
    }

    @Override
    public Floor postHeard(PostHeard event) {
        return floor;
    }

    @Override
    public Floor overrideMade(OverrideMade event) {
        return floor;
    }

    @Override
    public Floor auctionPaused(AuctionPaused event) {
        return floor;
    }

    @Override
    public Floor auctionResumed(AuctionResumed event) {
        return floor;
    }

    @Override
    public Floor bidVoided(BidVoided event) {
        return floor;
    }

    @Override
    public Floor rulesChanged(RulesChanged event) {
        return floor;
    }

    @Override
    public Floor maximumSet(MaximumSet event) {
        return floor;
    }

    @Override
    public Floor lotAwarded(LotAwarded event) {
        return floor;
    }

    private static Chain chained(LotState lot, Hash entry) {
        return new Chain(entry, lot.chain().entries() + 1);
    }
}
