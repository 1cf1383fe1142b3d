package com.sothebais.web.internal.catalogue;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.show.ShowView.SessionView;
import java.time.Instant;
import java.util.Optional;

/**
 * A campaign and where it stands. Immutable.
 *
 * @param position of its publication in the log; campaigns are ordered by it
 * @param published UTC
 * @param campaign as published
 * @param show folded from the facts of this campaign alone; its position is that of the newest of them
 */
public record Entry(long position, Instant published, Campaign campaign, ShowView show) {

    /** Where a campaign stands. */
    public enum State {
        /** Its first session has not begun. */
        PLANNED,
        RUNNING,
        /** Every session has ended. */
        ENDED
    }

    public State state() {
        if (show.sessions().stream().allMatch(session -> session.phase() == SessionPhase.PLANNED)) {
            return State.PLANNED;
        }
        return show.sessions().stream().allMatch(session -> session.phase() == SessionPhase.ENDED)
                ? State.ENDED
                : State.RUNNING;
    }

    public Optional<SessionView> session(SessionId id) {
        return show.sessions().stream()
                .filter(session -> session.plan().id().equals(id))
                .findFirst();
    }

    public Optional<SessionView> sessionOf(LotView lot) {
        return session(lot.session());
    }

    Entry with(ShowView next) {
        return new Entry(position, published, campaign, next);
    }
}
