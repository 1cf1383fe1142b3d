package com.sothebais.stream.scene;

import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.LotView.Status;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.show.ShowView.SessionView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is on at an instant: which lot, at which point of its sale, and what the clock counts to.
 *
 * @param session the session it belongs to
 * @param clock what is counted down; empty when nothing is
 */
record Program(SessionView session, LotView lot, Act act, Optional<Clock> clock) {

    /** How long the result of a lot stays before the next lot is shown. */
    static final Duration RESULT_SHOWN = Stage.RESULT_SHOWN;

    /** Where the sale of the lot stands. */
    enum Act {
        UPCOMING,
        OPEN,
        RESULT
    }

    /** @param label what comes when it reaches zero */
    record Clock(String label, Instant until) {}

    /** Empty when no session runs. */
    static Optional<Program> at(Stage stage, Instant now) {
        ShowView show = stage.show();
        Optional<SessionView> session = show.session().filter(Program::running);
        return session.flatMap(running -> {
            List<LotView> lots = show.lotsOf(running.plan());
            return open(running, lots)
                    .or(() -> justClosed(stage, running, lots, now))
                    .or(() -> upcoming(running, lots))
                    .or(() -> last(running, lots));
        });
    }

    private static boolean running(SessionView session) {
        return session.phase() != SessionPhase.PLANNED && session.phase() != SessionPhase.ENDED;
    }

    private static Optional<Program> open(SessionView session, List<LotView> lots) {
        return lots.stream()
                .filter(lot -> lot.times().status() == Status.OPEN)
                .min(Comparator.comparing(lot -> lot.times().ends()))
                .map(lot -> new Program(
                        session,
                        lot,
                        Act.OPEN,
                        Optional.of(new Clock("ENDS IN", lot.times().ends()))));
    }

    private static Optional<Program> justClosed(Stage stage, SessionView session, List<LotView> lots, Instant now) {
        return stage.closed()
                .filter(mark -> now.isBefore(mark.at().plus(RESULT_SHOWN)))
                .flatMap(mark -> lots.stream()
                        .filter(lot -> lot.auction().equals(mark.auction()))
                        .findFirst())
                .map(lot -> new Program(
                        session, lot, Act.RESULT, first(lots, Status.PLANNED).map(next -> nextLot(next))));
    }

    private static Optional<Program> upcoming(SessionView session, List<LotView> lots) {
        boolean before = lots.stream().allMatch(lot -> lot.times().status() == Status.PLANNED);
        return first(lots, Status.PLANNED)
                .map(lot -> new Program(
                        session,
                        lot,
                        Act.UPCOMING,
                        Optional.of(before ? new Clock("OPENS IN", lot.times().opens()) : nextLot(lot))));
    }

    private static Optional<Program> last(SessionView session, List<LotView> lots) {
        return lots.isEmpty()
                ? Optional.empty()
                : Optional.of(new Program(session, lots.get(lots.size() - 1), Act.RESULT, Optional.empty()));
    }

    private static Clock nextLot(LotView next) {
        return new Clock("NEXT LOT IN", next.times().opens());
    }

    private static Optional<LotView> first(List<LotView> lots, Status status) {
        return lots.stream().filter(lot -> lot.times().status() == status).findFirst();
    }
}
