package com.sothebais.event.internal.codec;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/** Campaigns and their sessions. Dates and times without a zone are ISO text in the zone beside them. */
final class CampaignJson {
    private CampaignJson() {}

    static void write(JsonOut out, Campaign campaign) {
        out.text("id", campaign.id().value())
                .text("name", campaign.name())
                .text("project", campaign.project())
                .text("collection", campaign.collection())
                .object("schedule", campaign.schedule(), CampaignJson::write)
                .list("lots", campaign.lots(), LotJson::write)
                .object("rules", campaign.rules(), LotJson::write)
                .text("unsold", campaign.policy().unsold().name())
                .text("unpaid", campaign.policy().unpaid().name());
    }

    static Campaign read(JsonIn in) {
        return new Campaign(
                new CampaignId(in.text("id")),
                in.text("name"),
                in.text("project"),
                in.text("collection"),
                in.object("schedule", CampaignJson::readSchedule),
                in.list("lots", LotJson::read),
                in.object("rules", LotJson::readRules),
                new Campaign.Policy(
                        in.constant("unsold", Campaign.Unsold.class), in.constant("unpaid", Campaign.Unpaid.class)));
    }

    static void write(JsonOut out, SessionPlan plan) {
        out.text("id", plan.id().value())
                .text("campaign", plan.campaign().value())
                .text("zone", plan.zone().getId())
                .object("times", plan.times(), CampaignJson::write)
                .text("course", plan.course().name())
                .list("lots", plan.lots(), CampaignJson::write);
    }

    static SessionPlan readPlan(JsonIn in) {
        return new SessionPlan(
                new SessionId(in.text("id")),
                new CampaignId(in.text("campaign")),
                ZoneId.of(in.text("zone")),
                in.object("times", CampaignJson::readTimes),
                in.constant("course", Schedule.Course.class),
                in.list("lots", CampaignJson::readPlannedLot));
    }

    private static void write(JsonOut out, Schedule schedule) {
        out.text("zone", schedule.zone().getId())
                .object("days", schedule.days(), CampaignJson::write)
                .object("daily", schedule.daily(), CampaignJson::write)
                .number("lotsPerDay", schedule.lotsPerDay())
                .text("pause", schedule.pause().toString())
                .text("course", schedule.sale().course().name());
    }

    private static Schedule readSchedule(JsonIn in) {
        return new Schedule(
                ZoneId.of(in.text("zone")),
                in.object("days", CampaignJson::readDays),
                in.object("daily", CampaignJson::readDaily),
                new Schedule.Sale(
                        in.integer("lotsPerDay"), in.duration("pause"), in.constant("course", Schedule.Course.class)));
    }

    private static void write(JsonOut out, Schedule.Days days) {
        out.text("first", days.first().toString())
                .text("last", days.last().toString())
                .texts(
                        "skipped",
                        days.skipped().stream()
                                .sorted()
                                .map(LocalDate::toString)
                                .toList());
    }

    private static Schedule.Days readDays(JsonIn in) {
        Set<LocalDate> skipped =
                in.texts("skipped").stream().map(LocalDate::parse).collect(Collectors.toSet());
        return new Schedule.Days(LocalDate.parse(in.text("first")), LocalDate.parse(in.text("last")), skipped);
    }

    private static void write(JsonOut out, Schedule.Daily daily) {
        out.text("live", daily.live().toString()).text("post", daily.post().toString());
    }

    private static Schedule.Daily readDaily(JsonIn in) {
        return new Schedule.Daily(LocalTime.parse(in.text("live")), LocalTime.parse(in.text("post")));
    }

    private static void write(JsonOut out, SessionPlan.Times times) {
        out.text("pre", times.pre().toString())
                .text("live", times.live().toString())
                .text("post", times.post().toString())
                .text("end", times.end().toString());
    }

    private static SessionPlan.Times readTimes(JsonIn in) {
        return new SessionPlan.Times(in.instant("pre"), in.instant("live"), in.instant("post"), in.instant("end"));
    }

    private static void write(JsonOut out, PlannedLot planned) {
        out.text("auction", planned.auction().value())
                .object("lot", planned.lot(), LotJson::write)
                .object("rules", planned.rules(), LotJson::write)
                .text("opens", planned.opens().toString())
                .text("ends", planned.ends().toString())
                .optionalText("relistOf", planned.relistOf().map(AuctionId::value));
    }

    private static PlannedLot readPlannedLot(JsonIn in) {
        return new PlannedLot(
                new AuctionId(in.text("auction")),
                in.object("lot", LotJson::read),
                in.object("rules", LotJson::readRules),
                in.instant("opens"),
                in.instant("ends"),
                in.optionalText("relistOf").map(AuctionId::new));
    }
}
