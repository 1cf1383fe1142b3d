package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.simulation.oracle.LotBook.Status;
import java.time.Duration;
import java.time.Instant;

/** How sessions are planned and move on, and when their lots open. */
final class Sessions {
    /** More lots than that cannot come of what is ordered. */
    private static final int LOTS_MAX = 1_000;

    private static final Duration PUNCTUAL = Duration.ofSeconds(1);

    private final Oracle oracle;

    Sessions(Oracle oracle) {
        this.oracle = oracle;
    }

    void planned(SessionPlanned event, Instant at) {
        SessionPlan plan = event.session();
        require(
                oracle.ordered.contains(plan) || oracle.aftermath.allows(plan, at),
                Invariant.INVENTED,
                "nobody ordered %s",
                plan);
        require(
                oracle.phases.put(plan.id(), SessionPhase.PLANNED) == null,
                Invariant.ONE_ANSWER,
                "%s twice",
                plan.id());
        oracle.sessions.put(plan.id(), plan);
        for (SessionPlan.PlannedLot lot : plan.lots()) {
            LotBook before = oracle.lots.put(lot.auction(), new LotBook(lot, plan.id()));
            require(before == null, Invariant.ONE_ANSWER, "lot %s was planned twice", lot.auction());
        }
        require(oracle.lots.size() < LOTS_MAX, Invariant.INVENTED, "there are more than %d lots", LOTS_MAX);
    }

    void moved(SessionMoved event, Instant at) {
        SessionPhase before = oracle.phases.get(event.session());
        require(
                before == event.from() && event.to().ordinal() == before.ordinal() + 1,
                Invariant.CLOCK,
                "session %s moved from %s to %s, it was %s",
                event.session(),
                event.from(),
                event.to(),
                before);
        oracle.phases.put(event.session(), event.to());
        SessionPlan.Times times = oracle.sessions.get(event.session()).times();
        Instant planned =
                switch (event.to()) {
                    case PLANNED, PRE -> times.pre();
                    case LIVE -> times.live();
                    case POST -> times.post();
                    case ENDED -> times.end();
                };
        require(!at.isBefore(planned), Invariant.CLOCK, "%s is %s before %s", event.session(), event.to(), planned);
        boolean over = event.to().ordinal() < SessionPhase.POST.ordinal()
                || oracle.lots.values().stream()
                        .filter(lot -> lot.session.equals(event.session()))
                        .allMatch(LotBook::isClosed);
        require(over, Invariant.CLOCK, "%s is %s with open lots", event.session(), event.to());
    }

    void opened(AuctionOpened event, LotBook lot, Instant at) {
        require(lot.status == Status.PLANNED, Invariant.CLOCK, "%s opens although it is %s", lot.id(), lot.status);
        require(
                oracle.phases.get(lot.session) == SessionPhase.LIVE,
                Invariant.CLOCK,
                "%s opens in no live session",
                lot.id());
        require(!at.isBefore(lot.plan.opens()), Invariant.CLOCK, "%s opens before %s", lot.id(), lot.plan.opens());
        // Up to a second late is on time: then the end is as planned.
        Duration lasts = Duration.between(at, event.ends());
        boolean full = lasts.equals(lot.planned())
                || lasts.compareTo(lot.planned()) < 0
                        && lot.planned().minus(lasts).compareTo(PUNCTUAL) <= 0;
        require(
                full,
                Invariant.CLOCK,
                "%s opens at %s for %s, not until %s",
                lot.id(),
                at,
                lot.planned(),
                event.ends());
        require(event.rules().equals(lot.rules), Invariant.VERDICT, "%s opens with other rules", lot.id());
        boolean alone = oracle.sessions.get(lot.session).course() == Course.CONCURRENT
                || oracle.lots.values().stream()
                        .noneMatch(other -> other.isOpen() && other.session.equals(lot.session));
        require(alone, Invariant.CLOCK, "%s opens before the lot before it closed", lot.id());
        lot.status = Status.OPEN;
        lot.opened = at;
        lot.ends = event.ends();
        lot.hardStop = event.ends().plus(lot.rules.extension().hardStop());
    }
}
