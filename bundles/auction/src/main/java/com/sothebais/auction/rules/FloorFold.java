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
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import com.sothebais.auction.calendar.Agenda;
import com.sothebais.auction.rules.LotState.Chain;
import com.sothebais.auction.rules.LotState.Clockwork;
import com.sothebais.auction.rules.LotState.End;
import com.sothebais.auction.rules.LotState.Fate;
import com.sothebais.auction.rules.LotState.Lead;
import com.sothebais.auction.rules.LotState.Leading;
import com.sothebais.auction.rules.LotState.Pending;
import com.sothebais.auction.rules.LotState.Result;
import com.sothebais.auction.rules.LotState.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Agenda agenda = new Agenda(event.campaign().id(), event.campaign().schedule(), LocalDate.MIN);
        floor.put(new CampaignState(agenda, event.campaign().policy()));
        return floor;
    }

    @Override
    public Floor sessionPlanned(SessionPlanned event) {
        SessionPlan plan = event.session();
        floor.put(new SessionState(plan, SessionPhase.PLANNED, at));
        plan.lots().forEach(lot -> {
            floor.put(LotState.planned(lot, plan.id()));
            lot.relistOf().ifPresent(earlier -> floor.awaitsRelisting(earlier, false));
        });
        floor.campaign(plan.campaign()).ifPresent(campaign -> {
            LocalDate day = plan.times().live().atZone(plan.zone()).toLocalDate();
            floor.put(campaign.with(campaign.agenda().with(day)));
        });
        return floor;
    }

    @Override
    public Floor sessionMoved(SessionMoved event) {
        SessionState session = floor.session(event.session())
                .orElseThrow(() -> new IllegalStateException("the log speaks of unknown session " + event.session()));
        SessionState moved = new SessionState(session.plan(), event.to(), at);
        if (event.to() == SessionPhase.POST) {
            floor.lotsOf(session).stream()
                    .filter(lot -> Aftermath.isRelisted(floor, session, lot))
                    .forEach(lot -> floor.awaitsRelisting(lot.plan().auction(), true));
        }
        floor.put(moved);
        return floor;
    }

    @Override
    public Floor auctionOpened(AuctionOpened event) {
        LotState lot = floor.known(event.auction());
        Extension extension = event.rules().extension();
        End end = new End(event.ends(), event.ends(), event.ends().plus(extension.hardStop()), 0);
        floor.put(lot.with(new Clockwork(Status.OPEN, at, end, Instant.EPOCH, Optional.empty())));
        return floor;
    }

    @Override
    public Floor bidAccepted(BidAccepted event) {
        LotState lot = floor.known(event.auction());
        Lead lead = lot.lead().taken(new Trail.Taken(event.post().id(), event.bidder(), event.amount()));
        floor.put(lot.with(lead, chained(lot, event.entry())));
        return floor;
    }

    @Override
    public Floor bidRefused(BidRefused event) {
        if (event.auction().isPresent()) {
            Optional<LotState> lot = floor.lot(event.auction().get());
            lot.ifPresent(known -> floor.put(refused(known, event)));
        } else if (event.reason() == Reason.RETRACTION) {
            settleAll(event.post().author().id());
        }
        return floor;
    }

    /** Whoever takes a bid back and does not say which one wants none of them: what waits for a yes waits no more on any lot. */
    private void settleAll(AccountId author) {
        for (LotState lot : floor.openLots()) {
            if (lot.lead().pending().containsKey(author)) {
                floor.put(lot.with(lot.lead().settled(author), lot.chain()));
            }
        }
    }

    private LotState refused(LotState lot, BidRefused event) {
        Chain chain = event.entry().isPresent() ? chained(lot, event.entry().get()) : lot.chain();
        AccountId author = event.post().author().id();
        Optional<Money> amount = event.amount();
        Lead lead = lot.lead();
        if (event.reason() == Reason.CONFIRM_LARGE && amount.isPresent()) {
            Pending pending = new Pending(event.post().id(), Optional.empty(), amount.get(), at);
            return lot.with(lead.awaiting(author, pending), chain);
        }
        if (event.reason() == Reason.RETRACTION) {
            // What counts is binding, but what only waits for a yes can be taken back.
            return lot.with(lead.settled(author), chain);
        }
        if (!lead.pending().isEmpty() && (event.reason() == Reason.TOO_LOW || event.reason() == Reason.NEEDS_FUNDS)) {
            // Another amount is another will. The same one was the yes to it, which may be said again after a deposit.
            Pending waiting = lead.pending().get(author);
            boolean other = waiting != null && !Optional.of(waiting.amount()).equals(amount);
            return lot.with(other ? lead.settled(author) : lead, chain);
        }
        return lot.with(lead, chain);
    }

    @Override
    public Floor auctionExtended(AuctionExtended event) {
        LotState lot = floor.known(event.auction());
        End end = lot.clock().end();
        // Moved by hand when the count stays: then the hard stop moves on too.
        boolean byHand = event.count() == end.count();
        Instant limit = byHand ? end.limit().plus(Duration.between(event.from(), event.to())) : end.limit();
        floor.put(lot.with(lot.clock().with(new End(end.first(), event.to(), limit, event.count()))));
        return floor;
    }

    @Override
    public Floor auctionClosed(AuctionClosed event) {
        LotState lot = floor.known(event.auction());
        Clockwork clock = lot.clock();
        Clockwork stopped = new Clockwork(Status.CLOSED, clock.opened(), clock.end(), at, Optional.empty());
        LotState closed = lot.with(stopped).with(Maxima.NONE);
        if (event.outcome() instanceof Outcome.Sold sold) {
            Leading leading = new Leading(sold.winner(), sold.price());
            Lead lead = new Lead(
                    Optional.of(leading),
                    Map.of(),
                    lot.lead().trail(),
                    lot.lead().accepted());
            floor.put(closed.with(lead).with(Result.NONE.with(Fate.OWED)));
        } else {
            boolean cancelled = event.outcome().equals(new Outcome.Returned(Outcome.Cause.CANCELLED));
            floor.put(closed.with(Lead.NONE).with(Result.NONE.with(cancelled ? Fate.CANCELLED : Fate.UNSOLD)));
        }
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
        LotState lot = floor.known(event.auction());
        floor.put(lot.with(lot.clock().paused(Optional.of(at))));
        return floor;
    }

    @Override
    public Floor auctionResumed(AuctionResumed event) {
        LotState lot = floor.known(event.auction());
        End end = lot.clock().end();
        Instant limit = end.limit().plus(Duration.between(end.now(), event.ends()));
        End later = new End(end.first(), event.ends(), limit, end.count());
        floor.put(lot.with(lot.clock().with(later).paused(Optional.empty())));
        return floor;
    }

    @Override
    public Floor bidVoided(BidVoided event) {
        LotState lot = floor.known(event.auction());
        Optional<Leading> standing = event.standing().map(known -> new Leading(known.bidder(), known.amount()));
        Lead lead = new Lead(
                // The same lead stays the same object, so that its lock is not touched.
                standing.equals(lot.lead().bid()) ? lot.lead().bid() : standing,
                lot.lead().pending(),
                lot.lead().trail().without(event.post()),
                lot.lead().accepted());
        floor.put(lot.with(lead, chained(lot, event.entry())));
        return floor;
    }

    @Override
    public Floor rulesChanged(RulesChanged event) {
        LotState lot = floor.known(event.auction());
        floor.put(lot.with(lot.plan().with(event.rules()))
                .with(lot.clock().with(lot.clock().end())));
        return floor;
    }

    @Override
    public Floor maximumSet(MaximumSet event) {
        LotState lot = floor.known(event.auction());
        floor.put(lot.with(lot.maxima().with(event.bidder(), event.maximum())));
        return floor;
    }

    @Override
    public Floor lotAwarded(LotAwarded event) {
        LotState lot = floor.known(event.auction());
        Set<Bidder> failed = new HashSet<>(lot.result().failed());
        lot.lead().bid().ifPresent(winner -> failed.add(winner.bidder()));
        if (event.outcome() instanceof Outcome.Sold sold) {
            Lead lead = new Lead(
                    Optional.of(new Leading(sold.winner(), sold.price())),
                    Map.of(),
                    lot.lead().trail(),
                    lot.lead().accepted());
            floor.put(lot.with(lead).with(new Result(Fate.OWED, event.round(), failed)));
        } else {
            floor.put(lot.with(Lead.NONE).with(new Result(Fate.DONE, event.round(), failed)));
        }
        return floor;
    }

    private static Chain chained(LotState lot, Hash entry) {
        return new Chain(entry, lot.chain().entries() + 1);
    }
}
