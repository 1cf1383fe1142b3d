package com.sothebais.web.internal.json;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.auction.SessionPlan.Times;
import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** What publishing a campaign would do: every instant of every session and lot. */
public record PlanJson(
        PlannedCampaignJson campaign,
        RulesJson rules,
        PolicyJson policy,
        TotalsJson totals,
        List<PlannedSessionJson> sessions) {

    /**
     * @param order {@code LISTED}, {@code NUMBER}, {@code TITLE} or {@code SHUFFLED}
     * @param seed of the shuffling, {@code null} for every other order
     */
    public record PlannedCampaignJson(
            String id, String name, String project, String collection, String zone, String order, Long seed) {}

    /** @param live from the first LIVE to POST of all sessions together, in milliseconds; {@code liveText} for people */
    public record TotalsJson(
            int sessions, int lots, long liveMillis, String liveText, long onAirMillis, String onAirText) {}

    /** @param course {@code SEQUENTIAL} or {@code CONCURRENT} */
    public record PlannedSessionJson(
            String id, DayJson day, PlannedTimesJson times, String course, List<PlannedLotJson> lots) {}

    /**
     * @param hours length of the day; 23 or 25 when the clocks change
     * @param clockChange {@code FORWARD} or {@code BACK} when they change on this day, else {@code null}
     * @param changesAt when they change, {@code null} when they do not
     */
    public record DayJson(String date, String hours, String clockChange, MomentJson changesAt) {}

    /** @param onAir when the stream begins; {@code offAir} when it ends, unless extensions keep the session live longer */
    public record PlannedTimesJson(
            MomentJson pre, MomentJson onAir, MomentJson live, MomentJson post, MomentJson offAir, MomentJson end) {}

    /**
     * @param auction the id it will have
     * @param lastCall until then bids posted before the end are waited for
     */
    public record PlannedLotJson(
            String auction, int number, String title, MomentJson opens, MomentJson ends, MomentJson lastCall) {}

    /** @param order as asked; {@code seed} is {@code null} unless shuffled */
    public static PlanJson of(Campaign campaign, List<SessionPlan> sessions, String order, Long seed) {
        ZoneId zone = campaign.schedule().zone();
        return new PlanJson(
                new PlannedCampaignJson(
                        campaign.id().value(),
                        campaign.name(),
                        campaign.project(),
                        campaign.collection(),
                        zone.getId(),
                        order,
                        seed),
                RulesJson.of(campaign.rules()),
                PolicyJson.of(campaign.policy()),
                totals(sessions),
                sessions.stream().map(PlanJson::session).toList());
    }

    private static TotalsJson totals(List<SessionPlan> sessions) {
        Duration live = Duration.ZERO;
        Duration onAir = Duration.ZERO;
        for (SessionPlan session : sessions) {
            Times times = session.times();
            live = live.plus(Duration.between(times.live(), times.post()));
            onAir = onAir.plus(Duration.between(times.onAir(), times.offAir()));
        }
        int lots = sessions.stream().mapToInt(session -> session.lots().size()).sum();
        return new TotalsJson(
                sessions.size(), lots, live.toMillis(), Spans.text(live), onAir.toMillis(), Spans.text(onAir));
    }

    private static PlannedSessionJson session(SessionPlan plan) {
        ZoneId zone = plan.zone();
        Times times = plan.times();
        return new PlannedSessionJson(
                plan.id().value(),
                day(plan),
                new PlannedTimesJson(
                        MomentJson.of(times.pre(), zone),
                        MomentJson.of(times.onAir(), zone),
                        MomentJson.of(times.live(), zone),
                        MomentJson.of(times.post(), zone),
                        MomentJson.of(times.offAir(), zone),
                        MomentJson.of(times.end(), zone)),
                plan.course().name(),
                plan.lots().stream().map(lot -> lot(lot, zone)).toList());
    }

    private static DayJson day(SessionPlan plan) {
        Times times = plan.times();
        ZoneOffsetTransition change =
                plan.zone().getRules().nextTransition(times.pre().minusNanos(1));
        boolean today = change != null && change.getInstant().isBefore(times.end());
        return new DayJson(
                times.live().atZone(plan.zone()).toLocalDate().toString(),
                Spans.text(Duration.between(times.pre(), times.end())),
                today ? (change.isGap() ? "FORWARD" : "BACK") : null,
                today ? MomentJson.of(change.getInstant(), plan.zone()) : null);
    }

    private static PlannedLotJson lot(PlannedLot lot, ZoneId zone) {
        return new PlannedLotJson(
                lot.auction().value(),
                lot.lot().number(),
                lot.lot().title(),
                MomentJson.of(lot.opens(), zone),
                MomentJson.of(lot.ends(), zone),
                MomentJson.of(lot.ends().plus(lot.rules().lastCall()), zone));
    }
}
