package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.auction.Tempo;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** When what happens in the small auction: plans a session, and plays it on a thread of its own. */
final class SmallClock {
    /** What happens. */
    interface Bell {
        void move(SessionPlan plan, SessionPhase from, SessionPhase to);

        void open(SessionPlan plan, PlannedLot lot);

        /** Whether the lot that is open has ended, and now is closed. */
        boolean closeIfOver();
    }

    private final SessionPlan plan;
    private final Bell bell;
    private final Thread thread = new Thread(this::run, "small-auction");

    private SmallClock(SessionPlan plan, Bell bell) {
        this.plan = plan;
        this.bell = bell;
        thread.setDaemon(true);
    }

    static SmallClock play(SessionPlan plan, Bell bell) {
        SmallClock clock = new SmallClock(plan, bell);
        clock.thread.start();
        return clock;
    }

    void stop() {
        thread.interrupt();
    }

    static SessionPlan plan(Campaign campaign, Instant start, Tempo tempo) {
        Instant opens = start.plus(tempo.pre());
        List<PlannedLot> lots = new ArrayList<>();
        for (var lot : campaign.lots().subList(0, campaign.schedule().lotsPerDay())) {
            Instant end = opens.plus(tempo.lot());
            lots.add(new PlannedLot(
                    new AuctionId(campaign.id() + "-" + lot.number()), lot, campaign.rules(), opens, end));
            opens = end.plus(tempo.pause());
        }
        Instant post = lots.get(lots.size() - 1).ends();
        SessionPlan.Times times = new SessionPlan.Times(start, start.plus(tempo.pre()), post, post.plus(tempo.post()));
        return new SessionPlan(new SessionId(campaign.id() + "-s"), campaign.id(), ZoneOffset.UTC, times, lots);
    }

    private void run() {
        try {
            SessionPlan.Times times = plan.times();
            sleepUntil(times.pre());
            bell.move(plan, SessionPhase.PLANNED, SessionPhase.PRE);
            sleepUntil(times.live());
            bell.move(plan, SessionPhase.PRE, SessionPhase.LIVE);
            for (int i = 0; i < plan.lots().size(); i++) {
                PlannedLot lot = plan.lots().get(i);
                bell.open(plan, lot);
                while (!bell.closeIfOver()) {
                    Thread.sleep(5);
                }
                if (i + 1 < plan.lots().size()) {
                    sleep(lot.ends(), plan.lots().get(i + 1).opens());
                }
            }
            bell.move(plan, SessionPhase.LIVE, SessionPhase.POST);
            sleep(times.post(), times.end());
            bell.move(plan, SessionPhase.POST, SessionPhase.ENDED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleepUntil(Instant instant) throws InterruptedException {
        Instant now = Instant.now();
        sleep(now, instant.isBefore(now) ? now : instant);
    }

    private static void sleep(Instant from, Instant to) throws InterruptedException {
        Thread.sleep(Duration.between(from, to).toMillis());
    }
}
