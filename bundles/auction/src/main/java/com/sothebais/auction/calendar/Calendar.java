package com.sothebais.auction.calendar;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.auction.SessionPlan.Times;
import com.sothebais.api.auction.Tempo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan of a campaign: wall-clock times of its zone become UTC instants, lots take their places in order. Deterministic; ids come
 * from the campaign's id, the date and the lot number.
 */
public final class Calendar {

    private Calendar() {}

    /**
     * One session a day until the lots are sold; days without a lot have none.
     *
     * @throws CampaignException with every reason why the plan cannot work
     */
    public static List<SessionPlan> plan(Campaign campaign) {
        check(Feasibility.reasons(campaign));
        Schedule schedule = campaign.schedule();
        List<SessionPlan> sessions = new ArrayList<>();
        int sold = 0;
        for (LocalDate day : days(schedule)) {
            if (sold < campaign.lots().size()) {
                int until =
                        Math.min(sold + schedule.lotsPerDay(), campaign.lots().size());
                sessions.add(session(campaign, day, campaign.lots().subList(sold, until)));
                sold = until;
            }
        }
        return List.copyOf(sessions);
    }

    /**
     * One compressed session from {@code start} on, with as many lots as the schedule sells a day.
     *
     * @throws CampaignException with every reason why the plan cannot work
     */
    public static SessionPlan rehearse(Campaign campaign, Instant start, Tempo tempo) {
        check(Feasibility.reasonsOfRules(campaign));
        int count = Math.min(campaign.schedule().lotsPerDay(), campaign.lots().size());
        Instant pre = start.truncatedTo(ChronoUnit.MICROS);
        Instant live = pre.plus(tempo.pre());
        List<PlannedLot> lots = new ArrayList<>();
        Instant opens = live;
        for (Lot lot : campaign.lots().subList(0, count)) {
            lots.add(planned(campaign, lot, opens, opens.plus(tempo.lot())));
            opens = opens.plus(tempo.lot()).plus(tempo.pause());
        }
        Instant post = lots.get(count - 1).ends();
        SessionId id = new SessionId(campaign.id() + "-rehearsal");
        Times times = new Times(pre, live, post, post.plus(tempo.post()));
        return new SessionPlan(id, campaign.id(), campaign.schedule().zone(), times, lots);
    }

    /** The days with a session, in order. */
    static List<LocalDate> days(Schedule schedule) {
        return schedule.days()
                .first()
                .datesUntil(schedule.days().last().plusDays(1))
                .filter(day -> !schedule.days().skipped().contains(day))
                .toList();
    }

    /** Times of a day: its start and end are where the zone starts and ends it, so a day may have 23 or 25 hours. */
    static Times times(Schedule schedule, LocalDate day) {
        return new Times(
                day.atStartOfDay(schedule.zone()).toInstant(),
                day.atTime(schedule.daily().live()).atZone(schedule.zone()).toInstant(),
                day.atTime(schedule.daily().post()).atZone(schedule.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(schedule.zone()).toInstant());
    }

    private static SessionPlan session(Campaign campaign, LocalDate day, List<Lot> lots) {
        Schedule schedule = campaign.schedule();
        Times times = times(schedule, day);
        Duration selling = Duration.between(times.live(), times.post())
                .minus(schedule.pause().multipliedBy(lots.size() - 1L));
        List<PlannedLot> planned = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            Instant base = times.live().plus(schedule.pause().multipliedBy(i));
            Instant opens = base.plus(share(selling, i, lots.size()));
            Instant ends = base.plus(share(selling, i + 1, lots.size()));
            planned.add(planned(campaign, lots.get(i), opens, ends));
        }
        SessionId id = new SessionId(campaign.id() + "-" + day);
        return new SessionPlan(id, campaign.id(), schedule.zone(), times, planned);
    }

    /** Cut at whole milliseconds, so that the shares add up to the whole. */
    private static Duration share(Duration whole, int part, int parts) {
        return Duration.ofMillis(whole.toMillis() * part / parts);
    }

    private static PlannedLot planned(Campaign campaign, Lot lot, Instant opens, Instant ends) {
        AuctionId id = new AuctionId(campaign.id() + "-lot-" + lot.number());
        return new PlannedLot(id, lot, campaign.rules(), opens, ends);
    }

    private static void check(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new CampaignException(reasons);
        }
    }
}
