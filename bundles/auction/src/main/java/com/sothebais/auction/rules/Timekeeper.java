package com.sothebais.auction.rules;

import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.auction.rules.LotState.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says what the clock does next. Pure; lots of a session run one after another, each for as long as planned. */
public final class Timekeeper {

    /** Up to this long after the planned instant something still happened "on time" and the plan is kept to the microsecond. */
    static final Duration PUNCTUAL = Duration.ofSeconds(1);

    /** However late the last lot was, POST lasts this long, or as long as planned when that is less. */
    static final Duration POST_MIN = Duration.ofMinutes(1);

    private Timekeeper() {}

    /** Something that the clock does at an instant. */
    public sealed interface Move {
        Instant at();
    }

    public record MoveSession(Instant at, SessionId session, SessionPhase from, SessionPhase to) implements Move {}

    public record OpenLot(Instant at, LotState lot) implements Move {
        /** When the lot opens if the clock shows {@code now}: as planned when punctual. */
        public Instant opens(Instant now) {
            return Duration.between(at, now).compareTo(PUNCTUAL) > 0 ? now : at;
        }

        public Instant ends(Instant now) {
            return opens(now)
                    .plus(Duration.between(lot.plan().opens(), lot.plan().ends()));
        }
    }

    public record CloseLot(Instant at, LotState lot) implements Move {}

    /** When a move that is made {@code now} happened: as planned when punctual. */
    public static Instant happened(Move move, Instant now) {
        return Duration.between(move.at(), now).compareTo(PUNCTUAL) > 0 ? now : move.at();
    }

    /** The next move of all sessions. */
    public static Optional<Move> next(Floor floor, Instant now) {
        return floor.runningSessions().stream()
                .map(session -> next(floor, session, now))
                .min(Comparator.comparing(Move::at));
    }

    private static Move next(Floor floor, SessionState session, Instant now) {
        SessionId id = session.plan().id();
        return switch (session.phase()) {
            case PLANNED -> new MoveSession(session.plan().times().pre(), id, SessionPhase.PLANNED, SessionPhase.PRE);
            case PRE -> new MoveSession(session.plan().times().live(), id, SessionPhase.PRE, SessionPhase.LIVE);
            case LIVE -> live(floor, session, now);
            case POST, ENDED -> new MoveSession(end(session), id, SessionPhase.POST, SessionPhase.ENDED);
        };
    }

    private static Move live(Floor floor, SessionState session, Instant now) {
        List<LotState> lots = floor.lotsOf(session);
        for (int i = 0; i < lots.size(); i++) {
            LotState lot = lots.get(i);
            if (lot.is(Status.OPEN)) {
                return new CloseLot(lot.clock().ends().plus(lot.plan().rules().grace()), lot);
            }
            if (lot.is(Status.PLANNED)) {
                boolean missed = !now.isBefore(lastCall(session, lots.subList(0, i)));
                Instant opens = i == 0 ? lot.plan().opens() : opens(lots.get(i - 1), lot.plan());
                return missed ? new CloseLot(opens.isAfter(now) ? now : opens, lot) : new OpenLot(opens, lot);
            }
        }
        Instant post = session.plan().times().post();
        Instant lastClose =
                lots.isEmpty() ? post : lots.get(lots.size() - 1).clock().closed();
        Instant at = lastClose.isAfter(post) ? lastClose : post;
        return new MoveSession(at, session.plan().id(), SessionPhase.LIVE, SessionPhase.POST);
    }

    /** From then on a lot was missed: the end of the session, moved on by what the lots before were extended. */
    private static Instant lastCall(SessionState session, List<LotState> before) {
        return before.stream()
                .map(LotState::clock)
                .map(clock -> Duration.between(clock.firstEnd(), clock.ends()))
                .reduce(session.plan().times().end(), Instant::plus, (one, other) -> other);
    }

    /** As planned, but not before the lot before has closed and the pause has passed. */
    private static Instant opens(LotState before, PlannedLot lot) {
        Duration pause = Duration.between(before.plan().ends(), lot.opens());
        LotState.Clockwork clock = before.clock();
        Instant due = clock.ends().plus(before.plan().rules().grace());
        boolean punctual = Duration.between(due, clock.closed()).compareTo(PUNCTUAL) <= 0;
        Instant earliest = (punctual ? clock.ends() : clock.closed()).plus(pause);
        return latest(lot.opens(), latest(earliest, clock.closed()));
    }

    private static Instant end(SessionState session) {
        Instant planned = session.plan().times().end();
        Duration post = Duration.between(session.plan().times().post(), planned);
        Duration least = post.compareTo(POST_MIN) < 0 ? post : POST_MIN;
        return latest(planned, session.since().plus(least));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
