package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Account;
import com.sothebais.api.stream.Curtain.Lowered;
import com.sothebais.rehearsal.bidder.Persona;
import com.sothebais.rehearsal.report.RehearsalNotes;
import com.sothebais.rehearsal.report.ShowReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is played: the demo show, or the rehearsal of a session. Used by the thread of its show. */
interface Production {

    /** A campaign that can be published, and the bidders with their accounts. */
    record Ready(Campaign campaign, Map<Persona, Account> cast) {
        public Ready {
            cast = new LinkedHashMap<>(cast);
        }
    }

    /** How people call it. */
    String name();

    /** Decides who says what. */
    long seed();

    /** Brings everything into place. @param say takes what is being done, for people */
    Ready prepare(Instant started, Consumer<String> say) throws InterruptedException;

    /** Keeps the feed on this machine, if that is wanted; nothing of the show may be seen before it returns. */
    default Optional<Lowered> curtain() {
        return Optional.empty();
    }

    /** Opens the doors. */
    SessionPlan publish(Ready ready, Instant start);

    /** Asked several times a second while the show plays; throws {@link Aborted} when it must not go on. */
    default void check(ShowView view, Instant now) {}

    /** The show ends before its time. @param why one sentence; the answer is whether the session ends with it */
    default boolean breakOff(SessionPlan plan, String why) {
        return false;
    }

    /** What the report says besides the figures. */
    default Optional<RehearsalNotes> notes(ShowView view, SessionPlan plan, ShowReport report) {
        return Optional.empty();
    }
}
