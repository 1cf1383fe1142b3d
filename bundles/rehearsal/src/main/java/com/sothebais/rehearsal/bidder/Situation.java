package com.sothebais.rehearsal.bidder;

import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.show.BidView;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one bidder sees at one instant.
 *
 * @param show the state of the show as everybody sees it
 * @param session the session that is played; others are none of the bidder's business
 */
public record Situation(Instant now, ShowView show, SessionId session, Account me, Pace pace) {

    public SessionPhase phase() {
        return show.sessions().stream()
                .filter(view -> view.plan().id().equals(session))
                .map(ShowView.SessionView::phase)
                .findFirst()
                .orElse(SessionPhase.PLANNED);
    }

    /** The lots of the session in order of sale. */
    public List<LotView> lots() {
        return show.lots().stream().filter(lot -> lot.session().equals(session)).toList();
    }

    /** The lot that takes bids. */
    public Optional<LotView> open() {
        return lots().stream()
                .filter(lot -> lot.times().status() == LotView.Status.OPEN
                        && now.isBefore(lot.times().ends()))
                .findFirst();
    }

    /** The lot that was closed last. */
    public Optional<LotView> closed() {
        return lots().stream()
                .filter(lot -> lot.times().status() == LotView.Status.CLOSED)
                .reduce((first, second) -> second);
    }

    /** Place of a lot in the session, from 0. */
    public int indexOf(LotView lot) {
        return lots().stream().map(LotView::auction).toList().indexOf(lot.auction());
    }

    public Duration left(LotView lot) {
        return Duration.between(now, lot.times().ends());
    }

    /** Since the opening, or before it when negative. */
    public Duration elapsed(LotView lot) {
        return Duration.between(lot.times().opens(), now);
    }

    public boolean leads(LotView lot) {
        return lot.bidding()
                .leader()
                .filter(leader -> leader.account().id().equals(me.id()))
                .isPresent();
    }

    /** My bids on the lot, newest first, with their verdicts. */
    public List<BidView> mine(LotView lot) {
        return show.bids().stream()
                .filter(bid -> bid.post().author().id().equals(me.id()))
                .filter(bid -> bid.auction().filter(lot.auction()::equals).isPresent())
                .toList();
    }

    /** The newest accepted bid of somebody else on the lot. */
    public Optional<BidView> rival(LotView lot) {
        return show.bids().stream()
                .filter(bid ->
                        bid.refusal().isEmpty() && !bid.post().author().id().equals(me.id()))
                .filter(bid -> bid.auction().filter(lot.auction()::equals).isPresent())
                .findFirst();
    }
}
