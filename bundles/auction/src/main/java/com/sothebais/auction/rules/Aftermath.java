package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Campaign.Unpaid;
import com.sothebais.api.auction.Campaign.Unsold;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.auction.calendar.Calendar;
import com.sothebais.auction.rules.LotState.Fate;
import com.sothebais.auction.rules.Trail.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows when a lot was not sold or not paid, by the campaign's policy. Decided from what the floor says is still open, so
 * nothing is decided twice, however often the log is read. Pure.
 */
public final class Aftermath {

    private Aftermath() {}

    /**
     * The facts to record now, in order; empty when nothing is left to decide. Recorded, they leave less to decide: ask again. One lot
     * at a time, so that the same money is not counted on twice.
     */
    public static List<AuctionEvent> due(Floor floor, Instant now) {
        if (!floor.unpaid().isEmpty()) {
            return unpaid(floor, floor.known(floor.unpaid().get(0)), now);
        }
        return floor.unsold().isEmpty() ? List.of() : unsold(floor, now);
    }

    private static List<AuctionEvent> unpaid(Floor floor, LotState lot, Instant now) {
        List<AuctionEvent> facts = new ArrayList<>();
        facts.add(award(floor, lot));
        if (policy(floor, lot) == Unpaid.RELIST && mayReturn(lot)) {
            facts.addAll(again(floor.campaignOf(lot).orElseThrow(), List.of(lot.plan()), now));
        }
        return facts;
    }

    /** The lots of one campaign together, so that they share days. */
    private static List<AuctionEvent> unsold(Floor floor, Instant now) {
        CampaignState campaign =
                floor.campaignOf(floor.known(floor.unsold().get(0))).orElseThrow();
        List<PlannedLot> lots = new ArrayList<>();
        for (AuctionId id : floor.unsold()) {
            LotState lot = floor.known(id);
            if (floor.campaignOf(lot).filter(campaign::equals).isPresent()) {
                lots.add(lot.plan());
            }
        }
        return again(campaign, lots, now);
    }

    private static List<AuctionEvent> again(CampaignState campaign, List<PlannedLot> lots, Instant now) {
        List<AuctionEvent> facts = new ArrayList<>();
        Calendar.relist(campaign.agenda(), lots, now).forEach(session -> facts.add(new SessionPlanned(session)));
        return facts;
    }

    /** Who gets the lot whose winner could not settle. */
    private static LotAwarded award(Floor floor, LotState lot) {
        Optional<Taken> next = policy(floor, lot) == Unpaid.RUNNER_UP ? runnerUp(floor, lot) : Optional.empty();
        Outcome outcome = next.<Outcome>map(bid -> new Outcome.Sold(bid.bidder(), bid.amount()))
                .orElse(new Outcome.Returned(Outcome.Cause.UNPAID));
        return new LotAwarded(
                lot.plan().auction(),
                lot.plan().lot(),
                outcome,
                lot.result().round() + 1,
                lot.chain().head());
    }

    /** The best bid of another bidder that was not voided, meets the reserve, and whose money is free. */
    private static Optional<Taken> runnerUp(Floor floor, LotState lot) {
        List<Bidder> failed = new ArrayList<>(lot.result().failed());
        lot.lead().bid().ifPresent(winner -> failed.add(winner.bidder()));
        for (Taken bid : lot.lead().trail().bestFirst()) {
            boolean other = failed.stream().noneMatch(bidder -> isSame(bidder, bid.bidder()));
            if (other
                    && lot.meetsReserve(bid.amount())
                    && !bid.amount().isMoreThan(floor.free(bid.bidder().wallet(), lot))) {
                return Optional.of(bid);
            }
        }
        return Optional.empty();
    }

    /** Another account with the wallet that could not pay is no other bidder. */
    private static boolean isSame(Bidder one, Bidder other) {
        return one.account().id().equals(other.account().id()) || one.wallet().equals(other.wallet());
    }

    private static Unpaid policy(Floor floor, LotState lot) {
        return floor.campaignOf(lot).map(campaign -> campaign.policy().unpaid()).orElse(Unpaid.RETURN);
    }

    /** Whether a lot of a session whose sale is over is to be put up again. */
    static boolean isRelisted(Floor floor, SessionState session, LotState lot) {
        return lot.result().fate() == Fate.UNSOLD
                && mayReturn(lot)
                && floor.campaign(session.plan().campaign())
                        .filter(campaign -> campaign.policy().unsold() == Unsold.RELIST)
                        .isPresent();
    }

    /** A lot is put up again once. */
    private static boolean mayReturn(LotState lot) {
        return lot.plan().relistOf().isEmpty();
    }
}
