package com.sothebais.agent.internal;

import com.sothebais.agent.internal.Cue.Origin;
import com.sothebais.agent.internal.Cue.Urgency;
import com.sothebais.agent.internal.Cue.Window;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Moment.Kind;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides when the host speaks: a fact or the passing of time becomes a cue. Holds which marks of the clock were called; no clock of
 * its own and no I/O. Used by one thread at a time.
 */
final class Director {
    private static final List<Long> MARKS_SECONDS = List.of(300L, 60L, 30L, 10L);
    private static final long COUNTDOWN_SECONDS = 10;
    /** A mark that is missed by more than this is not called any more. */
    private static final long MARK_LATE_SECONDS = 4;

    private static final Duration SUSPENSE = Duration.ofSeconds(15);
    private static final Duration TALK_NOT_BEFORE_END = Duration.ofSeconds(20);
    /** A fact that arrives later than this is history; the host speaks of what comes next. */
    private static final Duration NEWS_MAX = Duration.ofSeconds(15);

    private final Duration silence;
    private Optional<Mark> called = Optional.empty();
    private Instant quietSince = Instant.EPOCH;

    /** @param silence how long nobody speaks before the host makes small talk */
    Director(Duration silence) {
        this.silence = silence;
    }

    /** What to say of a fact that has just become part of the show. */
    List<Cue> on(ShowView show, Recorded recorded, Instant now) {
        if (recorded.fact().at().plus(NEWS_MAX).isBefore(now)) {
            return List.of();
        }
        return new FactCues(show, recorded, now).cues();
    }

    /** What to say because time has passed. Call a few times a second. */
    List<Cue> tick(ShowView show, Instant now, boolean speaking) {
        if (speaking || quietSince.equals(Instant.EPOCH)) {
            quietSince = now;
        }
        List<Cue> cues = new ArrayList<>();
        Optional<LotView> open = openLot(show);
        open.filter(lot -> lot.times().pausedSince().isEmpty())
                .flatMap(lot -> mark(show, lot, now))
                .ifPresent(cues::add);
        if (cues.isEmpty() && !now.isBefore(quietSince.plus(silence)) && talkIsWelcome(show, open, now)) {
            quietSince = now;
            cues.add(smallTalk(show, open, now));
        }
        return cues;
    }

    /** The expression between two lines. */
    Mood mood(ShowView show, Instant now) {
        return openLot(show)
                .map(lot -> lot.times().left(now))
                .filter(left -> left.compareTo(SUSPENSE) <= 0)
                .map(left -> Mood.SUSPENSE)
                .orElse(Mood.CALM);
    }

    private Optional<Cue> mark(ShowView show, LotView lot, Instant now) {
        Instant ends = lot.times().ends();
        double left = Duration.between(now, ends).toMillis() / 1000.0;
        for (long seconds : MARKS_SECONDS) {
            Mark mark = new Mark(ends, seconds);
            boolean due = left <= seconds && left > seconds - MARK_LATE_SECONDS;
            // A lot hardly longer than the mark was opened a moment ago; nobody needs to be told.
            boolean worth =
                    lot.times().opens().plusSeconds(seconds + seconds / 3).isBefore(ends);
            if (due && worth && !called.equals(Optional.of(mark))) {
                called = Optional.of(mark);
                boolean countdown = seconds <= COUNTDOWN_SECONDS;
                return Optional.of(new Cue(
                        moment(
                                countdown ? Kind.COUNTDOWN : Kind.TIME_LEFT,
                                Facts.of(show).bidding(lot).secondsUntil(ends, now)),
                        Optional.empty(),
                        Urgency.HIGH,
                        "time",
                        new Window(now, now.plusSeconds(MARK_LATE_SECONDS)),
                        Optional.of(ends),
                        clock(lot)));
            }
        }
        return Optional.empty();
    }

    private static boolean talkIsWelcome(ShowView show, Optional<LotView> open, Instant now) {
        return open.map(lot ->
                        now.plus(TALK_NOT_BEFORE_END).isBefore(lot.times().ends()))
                .orElseGet(() -> show.session()
                        .map(session -> session.phase() == SessionPhase.PRE)
                        .orElse(false));
    }

    private static Cue smallTalk(ShowView show, Optional<LotView> open, Instant now) {
        Facts facts = Facts.of(show);
        open.ifPresent(facts::bidding);
        return new Cue(
                moment(Kind.SMALL_TALK, facts),
                Optional.empty(),
                Urgency.LOW,
                "talk",
                new Window(now, now.plusSeconds(3)),
                Optional.empty(),
                open.map(Director::clock)
                        .orElseGet(() -> new Origin(new CorrelationId("host/talk"), Optional.empty())));
    }

    static Optional<LotView> openLot(ShowView show) {
        return show.currentLot().filter(lot -> lot.times().status() == LotView.Status.OPEN);
    }

    static Moment moment(Kind kind, Facts facts) {
        Map<String, String> known = facts.map();
        return new Moment(kind, known, Optional.empty(), Optional.empty());
    }

    private static Origin clock(LotView lot) {
        return new Origin(new CorrelationId("clock/" + lot.auction()), Optional.empty());
    }

    /** An extension moves the end, so its marks are new ones. */
    private record Mark(Instant ends, long seconds) {}
}
