package com.sothebais.auction.calendar;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.Schedule.Course;
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
import java.util.Optional;

/**
 * The plan of a campaign: wall-clock times of its zone become UTC instants, lots take their places in order. Deterministic; ids come
 * from the campaign's id, the date and the lot number.
 */
public final class Calendar {

    /** What the id of a lot that is put up again ends with. */
    static final String AGAIN = "-again";

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
                List<Place> places = campaign.lots().subList(sold, until).stream()
                        .map(lot -> Place.first(campaign, lot))
                        .toList();
                sessions.add(session(new Agenda(campaign.id(), schedule, day), places));
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
        Schedule schedule = campaign.schedule();
        int count = Math.min(schedule.lotsPerDay(), campaign.lots().size());
        Instant pre = start.truncatedTo(ChronoUnit.MICROS);
        Instant live = pre.plus(tempo.pre());
        boolean together = schedule.sale().course() == Course.CONCURRENT;
        List<PlannedLot> lots = new ArrayList<>();
        Instant opens = live;
        for (Lot lot : campaign.lots().subList(0, count)) {
            Instant ends = opens.plus(tempo.lot());
            lots.add(Place.first(campaign, lot).at(together ? live : opens, ends));
            opens = together ? opens.plus(tempo.pause()) : ends.plus(tempo.pause());
        }
        Instant post = lots.get(count - 1).ends();
        SessionId id = SessionId.compressed(campaign.id());
        Times times = new Times(pre, live, post, post.plus(tempo.post()));
        return new SessionPlan(
                id, campaign.id(), schedule.zone(), times, schedule.sale().course(), lots);
    }

    /**
     * Looks at a rehearsal that somebody else has planned.
     *
     * @throws CampaignException with every reason why it cannot work
     */
    public static void checkRehearsal(Campaign campaign, SessionPlan session) {
        check(Feasibility.reasonsOfRehearsal(campaign, session));
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

    /**
     * Puts lots up again, behind everything that is planned: as many a day as the schedule sells, on the days after the last planned
     * session and after today. Days that the schedule skips are skipped; its last day is no limit, because the lots are what is left.
     *
     * @param lots as they were put up before, with the rules of now
     */
    public static List<SessionPlan> relist(Agenda agenda, List<PlannedLot> lots, Instant now) {
        Schedule schedule = agenda.schedule();
        LocalDate today = now.atZone(schedule.zone()).toLocalDate();
        LocalDate day = agenda.last().isAfter(today) ? agenda.last() : today;
        List<SessionPlan> sessions = new ArrayList<>();
        for (int done = 0; done < lots.size(); done += schedule.lotsPerDay()) {
            List<Place> places = lots.subList(done, Math.min(done + schedule.lotsPerDay(), lots.size())).stream()
                    .map(Place::again)
                    .toList();
            day = nextDay(schedule, day, places.size());
            sessions.add(session(new Agenda(agenda.campaign(), schedule, day), places));
        }
        return List.copyOf(sessions);
    }

    /** The first day on which so many lots can be sold. */
    private static LocalDate nextDay(Schedule schedule, LocalDate after, int lots) {
        for (int ahead = 1; ahead <= Feasibility.DAYS_MAX; ahead++) {
            LocalDate day = after.plusDays(ahead);
            if (!schedule.days().skipped().contains(day)
                    && Feasibility.trouble(schedule, day, lots).isEmpty()) {
                return day;
            }
        }
        throw new IllegalStateException(
                "no day within " + Feasibility.DAYS_MAX + " days after " + after + " has time for " + lots + " lots");
    }

    /** A lot before it has its times. */
    private record Place(AuctionId auction, Lot lot, Rules rules, Optional<AuctionId> relistOf) {
        static Place first(Campaign campaign, Lot lot) {
            AuctionId id = new AuctionId(campaign.id() + "-lot-" + lot.number());
            return new Place(id, lot, campaign.rules(), Optional.empty());
        }

        static Place again(PlannedLot before) {
            AuctionId id = new AuctionId(before.auction() + AGAIN);
            return new Place(id, before.lot(), before.rules(), Optional.of(before.auction()));
        }

        PlannedLot at(Instant opens, Instant ends) {
            return new PlannedLot(auction, lot, rules, opens, ends, relistOf);
        }
    }

    /** The session of the agenda's last day. */
    private static SessionPlan session(Agenda agenda, List<Place> places) {
        Schedule schedule = agenda.schedule();
        Times times = times(schedule, agenda.last());
        Course course = schedule.sale().course();
        List<PlannedLot> lots = course == Course.CONCURRENT
                ? together(times, schedule.pause(), places)
                : oneAfterAnother(times, schedule.pause(), places);
        SessionId id = new SessionId(agenda.campaign() + "-" + agenda.last());
        return new SessionPlan(id, agenda.campaign(), schedule.zone(), times, course, lots);
    }

    /** The live time without the pauses is shared evenly. */
    private static List<PlannedLot> oneAfterAnother(Times times, Duration pause, List<Place> places) {
        int count = places.size();
        Duration selling = Duration.between(times.live(), times.post()).minus(pause.multipliedBy(count - 1L));
        List<PlannedLot> planned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant base = times.live().plus(pause.multipliedBy(i));
            planned.add(places.get(i).at(base.plus(share(selling, i, count)), base.plus(share(selling, i + 1, count))));
        }
        return planned;
    }

    /** All open when LIVE begins; the ends are a pause apart, the last is the end of LIVE. */
    private static List<PlannedLot> together(Times times, Duration pause, List<Place> places) {
        List<PlannedLot> planned = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Instant ends = times.post().minus(pause.multipliedBy(places.size() - 1L - i));
            planned.add(places.get(i).at(times.live(), ends));
        }
        return planned;
    }

    /** Cut at whole milliseconds, so that the shares add up to the whole. */
    private static Duration share(Duration whole, int part, int parts) {
        return Duration.ofMillis(whole.toMillis() * part / parts);
    }

    private static void check(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new CampaignException(reasons);
        }
    }
}
