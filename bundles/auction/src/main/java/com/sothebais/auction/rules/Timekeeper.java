package com.sothebais.auction.rules;

import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.auction.rules.LotState.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says what the clock does next. Pure. Lots of a session run one after another or all at once, each for as long as planned; what is
 * late, missed or paused follows the table in {@code docs/rules.md}.
 */
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

    /** Nothing is due before then. */
    public record Wait(Instant at) implements Move {}

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

    /** When something is due; {@link Instant#MAX} when nothing is planned. Costs nothing as long as no clock has changed. */
    public static Instant due(Floor floor) {
        return floor.due();
    }

    /** The next move of all sessions; a {@link Wait} while nothing is due, empty when nothing is planned. */
    public static Optional<Move> next(Floor floor, Instant now) {
        Instant due = floor.due();
        if (now.isBefore(due)) {
            return due.equals(Instant.MAX) ? Optional.empty() : Optional.of(new Wait(due));
        }
        Move first = null;
        for (SessionState session : floor.runningSessions()) {
            first = earlier(first, next(floor, session, now));
        }
        return Optional.ofNullable(first);
    }

    /** When the first move of all sessions is due, whatever the clock shows. */
    static Instant findDue(Floor floor) {
        Instant due = Instant.MAX;
        for (SessionState session : floor.runningSessions()) {
            // A lot that is missed before it can open is due when it is missed, which the clock decides.
            Move move = next(floor, session, Instant.MIN);
            if (move != null && move.at().isBefore(due)) {
                due = move.at();
            }
            if (move instanceof OpenLot open) {
                Instant missed = lastCall(session, floor.lotsOf(session), open.lot());
                due = missed.isBefore(due) ? missed : due;
            }
        }
        return due;
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

    /** Null while a paused lot holds the session. */
    private static Move live(Floor floor, SessionState session, Instant now) {
        List<LotState> lots = floor.lotsOf(session);
        boolean together = session.plan().course() == Course.CONCURRENT;
        Instant lastClose = session.plan().times().post();
        boolean allClosed = true;
        Move first = null;
        for (int i = 0; i < lots.size(); i++) {
            LotState lot = lots.get(i);
            if (lot.is(Status.CLOSED)) {
                lastClose = latest(lastClose, lot.clock().closed());
            } else {
                allClosed = false;
                first = earlier(first, ofLot(session, lots, i, now));
                if (!together) {
                    return first;
                }
            }
        }
        return allClosed
                ? new MoveSession(lastClose, session.plan().id(), SessionPhase.LIVE, SessionPhase.POST)
                : first;
    }

    private static Move ofLot(SessionState session, List<LotState> lots, int place, Instant now) {
        LotState lot = lots.get(place);
        if (lot.is(Status.OPEN)) {
            return lot.isPaused() ? null : new CloseLot(lot.closes(), lot);
        }
        boolean first = place == 0 || session.plan().course() == Course.CONCURRENT;
        Instant opens = first ? lot.plan().opens() : opens(lots.get(place - 1), lot.plan());
        boolean missed = !now.isBefore(lastCall(session, lots, lot));
        return missed ? new CloseLot(opens.isAfter(now) ? now : opens, lot) : new OpenLot(opens, lot);
    }

    /** From then on a lot was missed: the end of the session, moved on by what the lot before it was. */
    private static Instant lastCall(SessionState session, List<LotState> lots, LotState lot) {
        Instant end = session.plan().times().end();
        if (session.plan().course() == Course.CONCURRENT) {
            return end;
        }
        for (LotState before : lots) {
            if (before.plan().auction().equals(lot.plan().auction())) {
                return end;
            }
            end = end.plus(
                    Duration.between(before.clock().firstEnd(), before.clock().ends()));
        }
        return end;
    }

    /** As planned, but not before the lot before has closed and the pause has passed. */
    private static Instant opens(LotState before, PlannedLot lot) {
        Duration pause = Duration.between(before.plan().ends(), lot.opens());
        Instant closed = before.clock().closed();
        boolean early = closed.isBefore(before.clock().ends());
        boolean punctual = Duration.between(before.closes(), closed).compareTo(PUNCTUAL) <= 0;
        Instant over = !early && punctual ? before.clock().ends() : closed;
        return latest(lot.opens(), latest(over.plus(pause), closed));
    }

    private static Instant end(SessionState session) {
        Instant planned = session.plan().times().end();
        Duration post = Duration.between(session.plan().times().post(), planned);
        Duration least = post.compareTo(POST_MIN) < 0 ? post : POST_MIN;
        return latest(planned, session.since().plus(least));
    }

    private static Move earlier(Move one, Move other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at().isBefore(one.at()) ? other : one;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
