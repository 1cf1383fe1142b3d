package com.sothebais.api.show;

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
import com.sothebais.api.auction.AuctionEvent.Standing;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.settlement.SettlementEvent.SettlementRequested;
import com.sothebais.api.show.LotView.Bidding;
import com.sothebais.api.show.LotView.Result;
import com.sothebais.api.show.LotView.Status;
import com.sothebais.api.show.LotView.Times;
import com.sothebais.api.show.ShowView.SessionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How each fact changes a {@link ShowView}. */
final class ShowFold implements AuctionEvent.Cases<ShowView>, SettlementEvent.Cases<ShowView> {
    private final ShowView before;
    private final Recorded recorded;

    private ShowFold(ShowView before, Recorded recorded) {
        this.before = before;
        this.recorded = recorded;
    }

    static ShowView apply(ShowView before, Recorded recorded) {
        ShowFold fold = new ShowFold(before, recorded);
        if (recorded.event() instanceof AuctionEvent event) {
            return event.fold(fold);
        }
        if (recorded.event() instanceof SettlementEvent event) {
            return event.fold(fold);
        }
        return fold.unchanged();
    }

    @Override
    public ShowView campaignPublished(CampaignPublished event) {
        ShowView running = before.withoutEndedCampaigns();
        List<Campaign> campaigns = new ArrayList<>(running.campaigns());
        campaigns.add(event.campaign());
        return new ShowView(recorded.position(), campaigns, running.sessions(), running.lots(), running.bids());
    }

    @Override
    public ShowView sessionPlanned(SessionPlanned event) {
        List<SessionView> sessions = new ArrayList<>(before.sessions());
        sessions.add(new SessionView(event.session(), SessionPhase.PLANNED));
        List<LotView> lots = new ArrayList<>(before.lots());
        for (PlannedLot planned : event.session().lots()) {
            lots.add(new LotView(
                    planned.auction(),
                    event.session().id(),
                    planned.lot(),
                    planned.rules(),
                    new Times(Status.PLANNED, planned.opens(), planned.ends(), 0),
                    new Bidding(
                            planned.rules().startPrice(),
                            Optional.empty(),
                            planned.rules().startPrice(),
                            0,
                            0),
                    Result.NONE));
        }
        return new ShowView(recorded.position(), before.campaigns(), sessions, lots, before.bids());
    }

    @Override
    public ShowView sessionMoved(SessionMoved event) {
        List<SessionView> sessions = before.sessions().stream()
                .map(session -> session.plan().id().equals(event.session())
                        ? new SessionView(session.plan(), event.to())
                        : session)
                .toList();
        return new ShowView(recorded.position(), before.campaigns(), sessions, before.lots(), before.bids());
    }

    @Override
    public ShowView auctionOpened(AuctionOpened event) {
        return lot(
                event.auction(),
                lot -> with(lot, new Times(Status.OPEN, recorded.fact().at(), event.ends(), 0)));
    }

    @Override
    public ShowView bidAccepted(BidAccepted event) {
        BidView bid = new BidView(
                Optional.of(event.auction()),
                event.post(),
                Optional.of(event.amount()),
                Optional.empty(),
                recorded.fact().at(),
                recorded.fact().correlation());
        return lot(
                        event.auction(),
                        lot -> with(
                                lot,
                                new Bidding(
                                        event.amount(),
                                        Optional.of(event.bidder()),
                                        event.nextMinimum(),
                                        lot.bidding().accepted() + 1,
                                        lot.bidding().refused())))
                .bid(bid);
    }

    @Override
    public ShowView bidRefused(BidRefused event) {
        BidView bid = new BidView(
                event.auction(),
                event.post(),
                event.amount(),
                Optional.of(event.reason()),
                recorded.fact().at(),
                recorded.fact().correlation());
        ShowView counted = event.auction()
                .map(auction -> lot(
                        auction,
                        lot -> with(
                                lot,
                                new Bidding(
                                        lot.bidding().price(),
                                        lot.bidding().leader(),
                                        lot.bidding().nextMinimum(),
                                        lot.bidding().accepted(),
                                        lot.bidding().refused() + 1))))
                .orElseGet(this::unchanged);
        return counted.bid(bid);
    }

    @Override
    public ShowView auctionExtended(AuctionExtended event) {
        return lot(
                event.auction(),
                lot -> with(
                        lot,
                        new Times(
                                lot.times().status(),
                                lot.times().opens(),
                                event.to(),
                                event.count(),
                                lot.times().pausedSince())));
    }

    @Override
    public ShowView auctionClosed(AuctionClosed event) {
        return lot(event.auction(), lot -> {
            Times times = new Times(
                    Status.CLOSED,
                    lot.times().opens(),
                    lot.times().ends(),
                    lot.times().extensions());
            Result result = new Result(
                    Optional.of(event.outcome()), Optional.of(event.root()), Optional.empty(), Optional.empty());
            return with(with(lot, times), result);
        });
    }

    @Override
    public ShowView postHeard(PostHeard event) {
        return unchanged();
    }

    @Override
    public ShowView overrideMade(OverrideMade event) {
        return unchanged();
    }

    @Override
    public ShowView auctionPaused(AuctionPaused event) {
        return lot(
                event.auction(),
                lot -> with(
                        lot,
                        running(
                                lot,
                                lot.times().ends(),
                                Optional.of(recorded.fact().at()))));
    }

    @Override
    public ShowView auctionResumed(AuctionResumed event) {
        return lot(event.auction(), lot -> with(lot, running(lot, event.ends(), Optional.empty())));
    }

    @Override
    public ShowView bidVoided(BidVoided event) {
        List<BidView> bids = before.bids().stream()
                .map(bid -> bid.post().id().equals(event.post()) ? bid.taken() : bid)
                .toList();
        ShowView marked = new ShowView(before.position(), before.campaigns(), before.sessions(), before.lots(), bids);
        return new ShowFold(marked, recorded)
                .lot(
                        event.auction(),
                        lot -> with(
                                lot,
                                new Bidding(
                                        event.standing()
                                                .map(Standing::amount)
                                                .orElse(lot.rules().startPrice()),
                                        event.standing().map(Standing::bidder),
                                        event.nextMinimum(),
                                        lot.bidding().accepted(),
                                        lot.bidding().refused())));
    }

    @Override
    public ShowView rulesChanged(RulesChanged event) {
        return lot(
                event.auction(),
                lot -> new LotView(
                        lot.auction(),
                        lot.session(),
                        lot.lot(),
                        event.rules(),
                        lot.times(),
                        lot.bidding(),
                        lot.result()));
    }

    @Override
    public ShowView maximumSet(MaximumSet event) {
        return unchanged();
    }

    @Override
    public ShowView lotAwarded(LotAwarded event) {
        return lot(
                event.auction(),
                lot -> with(
                        lot,
                        new Result(
                                Optional.of(event.outcome()),
                                lot.result().ledgerRoot(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static Times running(LotView lot, Instant ends, Optional<Instant> pausedSince) {
        return new Times(
                lot.times().status(), lot.times().opens(), ends, lot.times().extensions(), pausedSince);
    }

    @Override
    public ShowView escrowMoved(EscrowMoved event) {
        return unchanged();
    }

    @Override
    public ShowView settlementRequested(SettlementRequested event) {
        return unchanged();
    }

    @Override
    public ShowView settlementConfirmed(SettlementConfirmed event) {
        return lot(
                event.auction(),
                lot -> with(
                        lot,
                        new Result(
                                lot.result().outcome(),
                                lot.result().ledgerRoot(),
                                Optional.of(event.tx()),
                                Optional.empty())));
    }

    @Override
    public ShowView settlementRefused(SettlementRefused event) {
        return lot(
                event.auction(),
                lot -> with(
                        lot,
                        new Result(
                                lot.result().outcome(),
                                lot.result().ledgerRoot(),
                                Optional.empty(),
                                Optional.of(event.reason()))));
    }

    private ShowView unchanged() {
        return new ShowView(recorded.position(), before.campaigns(), before.sessions(), before.lots(), before.bids());
    }

    private ShowView lot(AuctionId auction, UnaryOperator<LotView> change) {
        List<LotView> lots = before.lots().stream()
                .map(lot -> lot.auction().equals(auction) ? change.apply(lot) : lot)
                .toList();
        return new ShowView(recorded.position(), before.campaigns(), before.sessions(), lots, before.bids());
    }

    private static LotView with(LotView lot, Times times) {
        return new LotView(lot.auction(), lot.session(), lot.lot(), lot.rules(), times, lot.bidding(), lot.result());
    }

    private static LotView with(LotView lot, Bidding bidding) {
        return new LotView(lot.auction(), lot.session(), lot.lot(), lot.rules(), lot.times(), bidding, lot.result());
    }

    private static LotView with(LotView lot, Result result) {
        return new LotView(lot.auction(), lot.session(), lot.lot(), lot.rules(), lot.times(), lot.bidding(), result);
    }
}
