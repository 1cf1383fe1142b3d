package com.sothebais.api.show;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state of the show, folded from the log in the same way by every reader: scene, host, pages. Immutable; {@link #after} gives
 * the next state. Keeps every campaign that is not over, the ones that ended since the newest was published, and the newest
 * {@link #BIDS_MAX} bids.
 *
 * @param position last position folded in
 * @param campaigns in order of publishing
 * @param sessions of those campaigns, in order of planning
 * @param lots of those sessions, in order of sale
 * @param bids newest first
 */
public record ShowView(
        long position, List<Campaign> campaigns, List<SessionView> sessions, List<LotView> lots, List<BidView> bids) {

    /** Most bids kept; the ledger has them all. */
    public static final int BIDS_MAX = 50;

    /** Before anything happened. */
    public static final ShowView EMPTY = new ShowView(0, List.of(), List.of(), List.of(), List.of());

    /** A session and where it stands. */
    public record SessionView(SessionPlan plan, SessionPhase phase) {}

    public ShowView {
        campaigns = List.copyOf(campaigns);
        sessions = List.copyOf(sessions);
        lots = List.copyOf(lots);
        bids = List.copyOf(bids);
    }

    /** The state after one more fact; facts of other subjects only move the position. */
    public ShowView after(Recorded recorded) {
        return ShowFold.apply(this, recorded);
    }

    /** The campaign of {@link #session}, else the newest one. */
    public Optional<Campaign> campaign() {
        return session()
                .flatMap(session -> campaigns.stream()
                        .filter(campaign -> campaign.id().equals(session.plan().campaign()))
                        .findFirst())
                .or(() -> campaigns.isEmpty() ? Optional.empty() : Optional.of(campaigns.get(campaigns.size() - 1)));
    }

    /** The session that is LIVE, else in PRE or POST, else the next planned one, else the last one. */
    public Optional<SessionView> session() {
        return first(SessionPhase.LIVE)
                .or(() -> first(SessionPhase.PRE))
                .or(() -> first(SessionPhase.POST))
                .or(() -> sessions.stream()
                        .filter(session -> session.phase() == SessionPhase.PLANNED)
                        .min(Comparator.comparing(
                                session -> session.plan().times().live())))
                .or(() -> sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.get(sessions.size() - 1)));
    }

    /** The open lot of the current session that ends first, else its next planned one, else its last closed one. */
    public Optional<LotView> currentLot() {
        List<LotView> mine = session().map(session -> lotsOf(session.plan())).orElse(List.of());
        return mine.stream()
                .filter(lot -> lot.times().status() == LotView.Status.OPEN)
                .min(Comparator.comparing(lot -> lot.times().ends()))
                .or(() -> mine.stream()
                        .filter(lot -> lot.times().status() == LotView.Status.PLANNED)
                        .findFirst())
                .or(() -> mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(mine.size() - 1)));
    }

    public Optional<LotView> lot(AuctionId auction) {
        return lots.stream().filter(lot -> lot.auction().equals(auction)).findFirst();
    }

    /** The lots of a session in order of sale. */
    public List<LotView> lotsOf(SessionPlan plan) {
        return lots.stream().filter(lot -> lot.session().equals(plan.id())).toList();
    }

    /**
     * What is on stage: while a rehearsal runs that alone, else everything but rehearsals. Nothing of a rehearsal stays behind when
     * it has ended.
     */
    public ShowView onStage() {
        Optional<SessionPlan> rehearsal = rehearsal();
        return rehearsal.isEmpty() ? withoutRehearsals() : alone(rehearsal.get());
    }

    /** The rehearsal that runs. */
    public Optional<SessionPlan> rehearsal() {
        for (SessionView session : sessions) {
            if (session.plan().id().isRehearsal() && session.phase() != SessionPhase.ENDED) {
                return Optional.of(session.plan());
            }
        }
        return Optional.empty();
    }

    /** Everything that is real, as everybody may see it. */
    public ShowView withoutRehearsals() {
        Optional<Instant> first = sessions.stream()
                .map(SessionView::plan)
                .filter(plan -> plan.id().isRehearsal())
                .map(plan -> plan.times().pre())
                .min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return this;
        }
        return new ShowView(
                position,
                campaigns.stream()
                        .filter(campaign -> !campaign.id().isRehearsal())
                        .toList(),
                sessions.stream()
                        .filter(session -> !session.plan().id().isRehearsal())
                        .toList(),
                lots.stream().filter(lot -> !lot.auction().isRehearsal()).toList(),
                // What was said for no lot since then was said in the rehearsal, or while nothing real was open.
                bids.stream()
                        .filter(bid -> bid.auction()
                                .map(auction -> !auction.isRehearsal())
                                .orElse(bid.at().isBefore(first.get())))
                        .toList());
    }

    private ShowView alone(SessionPlan rehearsal) {
        return new ShowView(
                position,
                campaigns.stream()
                        .filter(campaign -> campaign.id().equals(rehearsal.campaign()))
                        .toList(),
                sessions.stream()
                        .filter(session -> session.plan().id().equals(rehearsal.id()))
                        .toList(),
                lotsOf(rehearsal),
                bids.stream()
                        .filter(bid -> bid.auction()
                                .flatMap(this::lot)
                                .map(lot -> lot.session().equals(rehearsal.id()))
                                .orElse(false))
                        .toList());
    }

    ShowView bid(BidView bid) {
        List<BidView> newest = new ArrayList<>(BIDS_MAX);
        newest.add(bid);
        bids.stream().limit(BIDS_MAX - 1L).forEach(newest::add);
        return new ShowView(position, campaigns, sessions, lots, newest);
    }

    ShowView withoutEndedCampaigns() {
        Set<CampaignId> running = sessions.stream()
                .filter(session -> session.phase() != SessionPhase.ENDED)
                .map(session -> session.plan().campaign())
                .collect(Collectors.toSet());
        List<SessionView> kept = sessions.stream()
                .filter(session -> running.contains(session.plan().campaign()))
                .toList();
        Set<SessionId> keptIds =
                kept.stream().map(session -> session.plan().id()).collect(Collectors.toSet());
        return new ShowView(
                position,
                campaigns.stream()
                        .filter(campaign -> running.contains(campaign.id()))
                        .toList(),
                kept,
                lots.stream().filter(lot -> keptIds.contains(lot.session())).toList(),
                running.isEmpty() ? List.of() : bids);
    }

    private Optional<SessionView> first(SessionPhase phase) {
        return sessions.stream().filter(session -> session.phase() == phase).findFirst();
    }
}
