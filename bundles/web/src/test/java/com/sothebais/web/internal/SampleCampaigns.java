package com.sothebais.web.internal;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.event.Decree;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Plans one session a day with its lots one after another, and publishes into a log. */
public final class SampleCampaigns implements Campaigns {
    public final List<Campaign> published = new CopyOnWriteArrayList<>();

    private final BiConsumer<Campaign, List<SessionPlan>> log;

    public SampleCampaigns(BiConsumer<Campaign, List<SessionPlan>> log) {
        this.log = log;
    }

    @Override
    public List<SessionPlan> dryRun(Campaign campaign) {
        Schedule schedule = campaign.schedule();
        List<SessionPlan> sessions = new ArrayList<>();
        List<Lot> left = new ArrayList<>(campaign.lots());
        for (LocalDate day = schedule.days().first();
                !day.isAfter(schedule.days().last());
                day = day.plusDays(1)) {
            if (!left.isEmpty() && !schedule.days().skipped().contains(day)) {
                List<Lot> today = left.subList(0, Math.min(schedule.lotsPerDay(), left.size()));
                sessions.add(session(campaign, day, List.copyOf(today)));
                today.clear();
            }
        }
        if (!left.isEmpty()) {
            throw new CampaignException(List.of("There are more lots than places.", "Add days."));
        }
        return sessions;
    }

    @Override
    public List<SessionPlan> publish(Campaign campaign) {
        List<SessionPlan> sessions = dryRun(campaign);
        if (published.stream().anyMatch(known -> known.id().equals(campaign.id()))) {
            throw new CampaignException(List.of("The id is taken."));
        }
        published.add(campaign);
        log.accept(campaign, sessions);
        return sessions;
    }

    @Override
    public void rehearse(Campaign campaign, SessionPlan session) {
        throw new UnsupportedOperationException("nothing is rehearsed here");
    }

    @Override
    public void endRehearsal(SessionId session, Decree decree) {
        throw new UnsupportedOperationException("nothing is rehearsed here");
    }

    @Override
    public SessionPlan rehearse(Campaign campaign, Instant start, Tempo tempo) {
        throw new UnsupportedOperationException("nothing is rehearsed here");
    }

    private static SessionPlan session(Campaign campaign, LocalDate day, List<Lot> lots) {
        Schedule schedule = campaign.schedule();
        SessionPlan.Times times = times(schedule, day);
        Duration share = Duration.between(times.live(), times.post()).dividedBy(lots.size());
        if (share.toSeconds() < 1) {
            throw new CampaignException(List.of("On " + day + " the live time is too short."));
        }
        List<PlannedLot> planned = new ArrayList<>();
        for (Lot lot : lots) {
            Instant opens = times.live().plus(share.multipliedBy(planned.size()));
            AuctionId id = new AuctionId(campaign.id() + "-lot-" + lot.number());
            planned.add(new PlannedLot(id, lot, campaign.rules(), opens, opens.plus(share)));
        }
        return new SessionPlan(
                new SessionId(campaign.id() + "-" + day),
                campaign.id(),
                schedule.zone(),
                times,
                schedule.sale().course(),
                planned);
    }

    private static SessionPlan.Times times(Schedule schedule, LocalDate day) {
        try {
            return new SessionPlan.Times(
                    day.atStartOfDay(schedule.zone()).toInstant(),
                    day.atTime(schedule.daily().live()).atZone(schedule.zone()).toInstant(),
                    day.atTime(schedule.daily().post()).atZone(schedule.zone()).toInstant(),
                    day.plusDays(1).atStartOfDay(schedule.zone()).toInstant());
        } catch (IllegalArgumentException e) {
            throw new CampaignException(List.of("On " + day + " the clocks change and leave no live time."));
        }
    }
}
