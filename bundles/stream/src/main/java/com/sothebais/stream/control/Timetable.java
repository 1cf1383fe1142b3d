package com.sothebais.stream.control;

import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView.SessionView;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Cue.Action;
import com.sothebais.api.stream.Cue.Mark;
import com.sothebais.api.stream.Rundown;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.stream.scene.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cues that follow from the log: those of the session that runs or comes next, and the end of the one before. A function of the
 * state and, while a lot is paused, of the time; nothing is remembered, so that an extension, a pause or a move is in every instant
 * behind it at once.
 */
final class Timetable {
    /** How long before the end a lot is in its last call. */
    static final Duration LAST_CALL = Duration.ofSeconds(30);

    private static final Duration POST_MIN = Duration.ofMinutes(1);
    private static final Transition FADE = new Transition(Transition.Kind.FADE, Duration.ofSeconds(1));
    private static final Transition STINGER = Transition.of(Transition.Kind.STINGER);

    private Timetable() {}

    /** In order of their instants; cues of one instant in the order in which they happen. */
    static List<Planned> of(Stage stage, Instant now) {
        List<Planned> cues = new ArrayList<>();
        Optional<SessionView> current = stage.show().session();
        current.filter(session -> session.phase() == SessionPhase.PLANNED)
                .flatMap(next -> ended(stage).map(ended -> standby(stage, ended.plan(), next.plan(), now)))
                .ifPresent(cues::add);
        current.ifPresent(session -> cues.addAll(session(stage, session.plan(), now)));
        // Stable: what was added first stays first.
        cues.sort(Comparator.comparing(Planned::at));
        return List.copyOf(cues);
    }

    private static Optional<SessionView> ended(Stage stage) {
        return stage.show().sessions().stream()
                .filter(session -> session.phase() == SessionPhase.ENDED)
                .max(Comparator.comparing(session -> session.plan().times().end()));
    }

    /** The end of the session before; never behind the doors of the next, which it would take off the air again. */
    private static Planned standby(Stage stage, SessionPlan ended, SessionPlan next, Instant now) {
        Instant end = end(ended, LotTimes.of(stage, ended, now));
        Instant doors = next.times().pre();
        return standby(ended, end.isBefore(doors) ? end : doors).plannedAt(end(ended, LotTimes.planned(stage, ended)));
    }

    /** Whether the cues move with the time alone. */
    static boolean moves(Stage stage) {
        return stage.show().lots().stream()
                .anyMatch(lot -> lot.times().pausedSince().isPresent());
    }

    /** As they are now, and with them when they were planned. */
    private static List<Planned> session(Stage stage, SessionPlan plan, Instant now) {
        Map<String, Instant> first = session(plan, LotTimes.planned(stage, plan)).stream()
                .collect(Collectors.toMap(Planned::id, Planned::at, (one, other) -> one));
        return session(plan, LotTimes.of(stage, plan, now)).stream()
                .map(cue -> cue.plannedAt(first.getOrDefault(cue.id(), cue.at())))
                .toList();
    }

    private static List<Planned> session(SessionPlan plan, List<LotTimes> lots) {
        List<Planned> cues = new ArrayList<>();
        String id = plan.id().value();
        cues.add(new Planned(id + ".doors", "Doors", plan.times().pre(), new Cue.Take(Source.SHOW, FADE)));
        cues.add(new Planned(id + ".live", "Live", plan.times().live(), new Mark()));
        for (int i = 0; i < lots.size() && cues.size() < Rundown.AUTOMATIC_MAX; i++) {
            if (i > 0 && plan.course() == Course.SEQUENTIAL) {
                cues.add(change(lots.get(i - 1), lots.get(i)));
            }
            lot(cues, lots.get(i));
        }
        cues.add(new Planned(id + ".post", "Results", post(plan, lots), new Mark()));
        cues.add(standby(plan, end(plan, lots)));
        return cues;
    }

    private static void lot(List<Planned> cues, LotTimes times) {
        cues.add(mark(times, "opens", times.opens()));
        Instant lastCall = times.ends().minus(LAST_CALL);
        if (lastCall.isAfter(times.opens())) {
            cues.add(mark(times, "last-call", lastCall));
        }
        cues.add(mark(times, "closes", times.closes()));
    }

    private static Planned mark(LotTimes times, String what, Instant at) {
        return planned(times.lot(), what, what.replace('-', ' '), at, new Mark());
    }

    private static Planned planned(LotView lot, String what, String label, Instant at, Action action) {
        return new Planned(
                lot.auction().value() + "." + what, "Lot " + lot.lot().number() + " " + label, at, action);
    }

    /** The picture goes to the next lot when the result has been shown or the lot opens; just then the stinger covers it. */
    private static Planned change(LotTimes before, LotTimes lot) {
        Instant shown = before.closes().plus(Stage.RESULT_SHOWN);
        Instant changes = shown.isBefore(lot.opens()) ? shown : lot.opens();
        Instant begins = changes.minus(STINGER.length().dividedBy(2));
        return planned(lot.lot(), "stinger", "stinger", begins, new Cue.Sting(STINGER));
    }

    private static Planned standby(SessionPlan plan, Instant at) {
        return new Planned(plan.id().value() + ".standby", "Standby", at, new Cue.Take(Source.STANDBY, FADE));
    }

    private static Instant post(SessionPlan plan, List<LotTimes> lots) {
        return lots.stream().map(LotTimes::closes).reduce(plan.times().post(), LotTimes::latest);
    }

    private static Instant end(SessionPlan plan, List<LotTimes> lots) {
        Duration planned = Duration.between(plan.times().post(), plan.times().end());
        Duration least = planned.compareTo(POST_MIN) < 0 ? planned : POST_MIN;
        return LotTimes.latest(plan.times().end(), post(plan, lots).plus(least));
    }
}
