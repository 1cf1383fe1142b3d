package com.sothebais.stream.control;

import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.LotView.Status;
import com.sothebais.stream.scene.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a lot opens, ends and closes, as it looks now: what has happened as it happened, the rest by the rules of the auctioneer's
 * clock, so that whatever moves one end moves every lot behind it. UTC.
 *
 * @param ends end of bidding
 * @param closes when the result is known
 */
record LotTimes(LotView lot, Instant opens, Instant ends, Instant closes) {
    private static final Duration PUNCTUAL = Duration.ofSeconds(1);

    /** The lots of a session in order of sale. */
    static List<LotTimes> of(Stage stage, SessionPlan plan, Instant now) {
        List<LotView> lots = stage.show().lotsOf(plan);
        List<LotTimes> times = new ArrayList<>(lots.size());
        for (int i = 0; i < lots.size(); i++) {
            LotView lot = lots.get(i);
            boolean first = i == 0 || plan.course() == Course.CONCURRENT;
            Instant opens = first || lot.times().status() != Status.PLANNED
                    ? lot.times().opens()
                    : after(
                            times.get(i - 1),
                            plan.lots().get(i - 1),
                            plan.lots().get(i));
            times.add(of(stage, lot, opens, now));
        }
        return times;
    }

    /** The same lots as the campaign had them at first. */
    static List<LotTimes> planned(Stage stage, SessionPlan plan) {
        List<LotView> lots = stage.show().lotsOf(plan);
        List<LotTimes> times = new ArrayList<>(lots.size());
        for (int i = 0; i < lots.size(); i++) {
            PlannedLot planned = plan.lots().get(i);
            Instant closes = planned.ends().plus(lots.get(i).rules().lastCall());
            times.add(new LotTimes(lots.get(i), planned.opens(), planned.ends(), closes));
        }
        return times;
    }

    private static LotTimes of(Stage stage, LotView lot, Instant opens, Instant now) {
        LotView.Times known = lot.times();
        Instant ends =
                switch (known.status()) {
                    case PLANNED -> opens.plus(Duration.between(known.opens(), known.ends()));
                    // While the clock stands still the end moves on with the time.
                    case OPEN ->
                        known.ends()
                                .plus(known.pausedSince()
                                        .map(since -> Duration.between(since, latest(since, now)))
                                        .orElse(Duration.ZERO));
                    case CLOSED -> known.ends();
                };
        Instant closes = ends.plus(lot.rules().lastCall());
        return new LotTimes(lot, opens, ends, known.status() == Status.CLOSED ? closed(stage, lot, closes) : closes);
    }

    private static Instant closed(Stage stage, LotView lot, Instant planned) {
        return stage.closed()
                .filter(mark -> mark.auction().equals(lot.auction()))
                .map(Stage.Mark::at)
                .orElse(planned);
    }

    /** As planned, but not before the lot before has closed and the pause has passed. */
    private static Instant after(LotTimes before, PlannedLot planBefore, PlannedLot plan) {
        Duration pause = Duration.between(planBefore.ends(), plan.opens());
        Instant due = before.ends().plus(before.lot().rules().lastCall());
        boolean early = before.closes().isBefore(before.ends());
        boolean late = before.closes().isAfter(due.plus(PUNCTUAL));
        Instant over = early || late ? before.closes() : before.ends();
        return latest(plan.opens(), latest(over.plus(pause), before.closes()));
    }

    static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
