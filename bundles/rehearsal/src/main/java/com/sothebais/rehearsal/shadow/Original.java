package com.sothebais.rehearsal.shadow;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import java.util.List;
import java.util.Optional;

/**
 * The session that is rehearsed, as it is planned now.
 *
 * @param lots with the rules of now, in order of sale
 */
public record Original(Campaign campaign, SessionPlan session, List<PlannedLot> lots) {
    public Original {
        lots = List.copyOf(lots);
    }

    /** Finds it; empty when there is no such session. */
    public static Optional<Original> of(ShowView show, SessionId id) {
        return show.sessions().stream()
                .map(ShowView.SessionView::plan)
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .flatMap(plan -> show.campaigns().stream()
                        .filter(campaign -> campaign.id().equals(plan.campaign()))
                        .findFirst()
                        .map(campaign -> new Original(campaign, plan, lots(show, plan))));
    }

    private static List<PlannedLot> lots(ShowView show, SessionPlan plan) {
        return plan.lots().stream()
                .map(lot -> lot.with(show.lot(lot.auction()).map(LotView::rules).orElse(lot.rules())))
                .toList();
    }
}
