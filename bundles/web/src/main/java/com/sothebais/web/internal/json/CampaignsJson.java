package com.sothebais.web.internal.json;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionPlan.Times;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView.SessionView;
import com.sothebais.web.internal.catalogue.Entry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Campaigns, each with its sessions and lots. */
public final class CampaignsJson {
    private CampaignsJson() {}

    /**
     * A campaign in a list.
     *
     * @param state {@code PLANNED}, {@code RUNNING} or {@code ENDED}
     * @param published UTC
     */
    public record CampaignSummaryJson(
            String id, String name, String project, String state, String published, CampaignSpanJson span, int lots) {}

    /**
     * @param first first day, in the zone
     * @param sold lots sold so far
     */
    public record CampaignSpanJson(String zone, String first, String last, int sessions, int sold) {}

    /** A campaign with everything in it. */
    public record CampaignDetailJson(
            CampaignSummaryJson campaign,
            String collection,
            ScheduleJson schedule,
            RulesJson rules,
            PolicyJson policy,
            List<CampaignSessionJson> sessions) {}

    /** @param course {@code SEQUENTIAL} or {@code CONCURRENT} */
    public record ScheduleJson(
            List<String> skip, String live, String post, int lotsPerDay, long pauseMillis, String course) {}

    /** A session with its lots in order of sale. */
    public record CampaignSessionJson(ShowJson.SessionJson session, List<AuctionsJson.AuctionSummaryJson> lots) {}

    /** What to put into a calendar. */
    public record CalendarJson(String campaign, String name, String zone, List<CalendarEntryJson> entries) {}

    /**
     * @param uid the same for the same entry whenever it is asked
     * @param kind {@code SESSION}, {@code ON_AIR} or {@code LOT}
     * @param auction of a lot, else {@code null}
     */
    public record CalendarEntryJson(
            String uid, String kind, String title, MomentJson starts, MomentJson ends, String auction) {}

    public static CampaignSummaryJson summary(Entry entry) {
        Campaign campaign = entry.campaign();
        Schedule.Days days = campaign.schedule().days();
        long sold = entry.show().lots().stream()
                .filter(lot -> lot.result().outcome().orElse(null) instanceof Outcome.Sold)
                .count();
        return new CampaignSummaryJson(
                campaign.id().value(),
                campaign.name(),
                campaign.project(),
                entry.state().name(),
                entry.published().toString(),
                new CampaignSpanJson(
                        campaign.schedule().zone().getId(),
                        days.first().toString(),
                        days.last().toString(),
                        entry.show().sessions().size(),
                        (int) sold),
                campaign.lots().size());
    }

    public static CampaignDetailJson detail(Entry entry) {
        Campaign campaign = entry.campaign();
        Schedule schedule = campaign.schedule();
        return new CampaignDetailJson(
                summary(entry),
                campaign.collection(),
                new ScheduleJson(
                        schedule.days().skipped().stream()
                                .sorted()
                                .map(Object::toString)
                                .toList(),
                        schedule.daily().live().toString(),
                        schedule.daily().post().toString(),
                        schedule.lotsPerDay(),
                        schedule.pause().toMillis(),
                        schedule.sale().course().name()),
                RulesJson.of(campaign.rules()),
                PolicyJson.of(campaign.policy()),
                entry.show().sessions().stream()
                        .map(session -> session(entry, session))
                        .toList());
    }

    private static CampaignSessionJson session(Entry entry, SessionView session) {
        return new CampaignSessionJson(
                ShowJson.SessionJson.of(session),
                entry.show().lotsOf(session.plan()).stream()
                        .map(lot -> AuctionsJson.summary(entry, lot))
                        .toList());
    }

    public static CalendarJson calendar(Entry entry) {
        List<CalendarEntryJson> entries = new ArrayList<>();
        for (SessionView session : entry.show().sessions()) {
            ZoneId zone = session.plan().zone();
            Times times = session.plan().times();
            String id = session.plan().id().value();
            String name = entry.campaign().name();
            entries.add(new CalendarEntryJson(
                    id,
                    "SESSION",
                    name + " (live)",
                    MomentJson.of(times.live(), zone),
                    MomentJson.of(times.post(), zone),
                    null));
            entries.add(new CalendarEntryJson(
                    id + ".on-air",
                    "ON_AIR",
                    name + " (stream)",
                    MomentJson.of(times.onAir(), zone),
                    MomentJson.of(times.offAir(), zone),
                    null));
            entry.show().lotsOf(session.plan()).forEach(lot -> entries.add(lot(lot, zone)));
        }
        return new CalendarJson(
                entry.campaign().id().value(),
                entry.campaign().name(),
                entry.campaign().schedule().zone().getId(),
                entries);
    }

    private static CalendarEntryJson lot(LotView lot, ZoneId zone) {
        String auction = lot.auction().value();
        return new CalendarEntryJson(
                auction,
                "LOT",
                "Lot " + lot.lot().number() + ": " + lot.lot().title(),
                MomentJson.of(lot.times().opens(), zone),
                MomentJson.of(lot.times().ends(), zone),
                auction);
    }
}
