package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.show.ShowView.SessionView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Real sessions, before which every rehearsal gives way. */
final class Rivals {
    /** A rehearsal is over so long before something real goes on air. */
    static final Duration LEAD = Duration.ofSeconds(60);

    private Rivals() {}

    /** The first session that is on air now or will be before {@link #LEAD} behind the instant. */
    static Optional<SessionPlan> between(ShowView show, Instant now, Instant until) {
        return show.sessions().stream()
                .filter(session -> !session.plan().id().isRehearsal() && meets(session, now, until.plus(LEAD)))
                .map(SessionView::plan)
                .min(Comparator.comparing(plan -> plan.times().onAir()));
    }

    private static boolean meets(SessionView session, Instant now, Instant until) {
        SessionPlan.Times times = session.plan().times();
        return switch (session.phase()) {
            case ENDED -> false;
            case LIVE -> true;
            case PLANNED, PRE -> times.onAir().isBefore(until);
            case POST -> now.isBefore(times.offAir());
        };
    }
}
