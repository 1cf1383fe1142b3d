package com.sothebais.web.internal.json;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.show.ShowView.SessionView;
import java.time.Instant;
import java.util.List;

/**
 * The whole show at one position of the log.
 *
 * @param serverTime UTC instant of this answer, so that a page can count down by the server's clock
 * @param campaign {@code null} before the first
 * @param session the session that is on, else the next, else the last
 * @param lot the lot that is open, else the next, else the last
 * @param lots of the session, in order of sale
 * @param bids newest first
 */
public record ShowJson(
        long position,
        String serverTime,
        CampaignJson campaign,
        SessionJson session,
        LotJson lot,
        List<LotJson> lots,
        List<BidJson> bids) {

    /** @param zone in which its times are meant, for example {@code America/New_York} */
    public record CampaignJson(String id, String name, String project, String zone) {
        static CampaignJson of(Campaign campaign) {
            return new CampaignJson(
                    campaign.id().value(),
                    campaign.name(),
                    campaign.project(),
                    campaign.schedule().zone().getId());
        }
    }

    /**
     * A session with its planned instants, UTC.
     *
     * @param phase {@code PLANNED}, {@code PRE}, {@code LIVE}, {@code POST} or {@code ENDED}
     */
    public record SessionJson(String id, String phase, String zone, String pre, String live, String post, String end) {
        public static SessionJson of(SessionView session) {
            SessionPlan plan = session.plan();
            return new SessionJson(
                    plan.id().value(),
                    session.phase().name(),
                    plan.zone().getId(),
                    plan.times().pre().toString(),
                    plan.times().live().toString(),
                    plan.times().post().toString(),
                    plan.times().end().toString());
        }
    }

    public static ShowJson of(ShowView show, Instant now) {
        return new ShowJson(
                show.position(),
                now.toString(),
                show.campaign().map(CampaignJson::of).orElse(null),
                show.session().map(SessionJson::of).orElse(null),
                show.currentLot().map(LotJson::of).orElse(null),
                show.session().map(session -> lots(show, session)).orElse(List.of()),
                show.bids().stream().map(BidJson::of).toList());
    }

    private static List<LotJson> lots(ShowView show, SessionView session) {
        return show.lotsOf(session.plan()).stream().map(LotJson::of).toList();
    }
}
