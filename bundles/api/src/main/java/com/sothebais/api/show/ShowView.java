package com.sothebais.api.show;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of the show, folded from the log in the same way by every reader: scene, host, pages. Immutable; {@link #after} gives
 * the next state. Keeps the newest campaign and its sessions, and the newest {@link #BIDS_MAX} bids.
 *
 * @param position last position folded in
 * @param sessions of the newest campaign, in order
 * @param lots of those sessions, in order of sale
 * @param bids newest first
 */
public record ShowView(
        long position,
        Optional<Campaign> campaign,
        List<SessionView> sessions,
        List<LotView> lots,
        List<BidView> bids) {

    /** Most bids kept; the ledger has them all. */
    public static final int BIDS_MAX = 50;

    /** Before anything happened. */
    public static final ShowView EMPTY = new ShowView(0, Optional.empty(), List.of(), List.of(), List.of());

    /** A session and where it stands. */
    public record SessionView(SessionPlan plan, SessionPhase phase) {}

    public ShowView {
        sessions = List.copyOf(sessions);
        lots = List.copyOf(lots);
        bids = List.copyOf(bids);
    }

    /** The state after one more fact; facts of other subjects only move the position. */
    public ShowView after(Recorded recorded) {
        return ShowFold.apply(this, recorded);
    }

    /** The session in PRE, LIVE or POST, else the next planned one, else the last one. */
    public Optional<SessionView> session() {
        return sessions.stream()
                .filter(session -> session.phase() != SessionPhase.PLANNED && session.phase() != SessionPhase.ENDED)
                .findFirst()
                .or(() -> sessions.stream()
                        .filter(session -> session.phase() == SessionPhase.PLANNED)
                        .findFirst())
                .or(() -> sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.get(sessions.size() - 1)));
    }

    /** The open lot of the current session, else the last closed one when no further is planned, else the next planned one. */
    public Optional<LotView> currentLot() {
        List<LotView> mine = session().map(session -> lotsOf(session.plan())).orElse(List.of());
        return first(mine, LotView.Status.OPEN)
                .or(() -> first(mine, LotView.Status.PLANNED))
                .or(() -> mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(mine.size() - 1)));
    }

    public Optional<LotView> lot(AuctionId auction) {
        return lots.stream().filter(lot -> lot.auction().equals(auction)).findFirst();
    }

    /** The lots of a session in order of sale. */
    public List<LotView> lotsOf(SessionPlan plan) {
        return lots.stream().filter(lot -> lot.session().equals(plan.id())).toList();
    }

    ShowView bid(BidView bid) {
        List<BidView> newest = new ArrayList<>(BIDS_MAX);
        newest.add(bid);
        bids.stream().limit(BIDS_MAX - 1L).forEach(newest::add);
        return new ShowView(position, campaign, sessions, lots, newest);
    }

    private static Optional<LotView> first(List<LotView> lots, LotView.Status status) {
        return lots.stream().filter(lot -> lot.times().status() == status).findFirst();
    }
}
