package com.sothebais.stream.clip;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.Event;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Sessions that are not over, or have a lot that is neither settled nor returned; folded from the log. Used under a lock. */
final class OpenBusiness {

    /** Lots, and sessions, that are remembered; of more the oldest count as done. */
    static final int REMEMBERED_MAX = 10_000;

    private final Set<SessionId> running = new LinkedHashSet<>();
    private final Map<AuctionId, SessionId> unsettled = new LinkedHashMap<>();

    void on(Event event) {
        if (event instanceof SessionMoved moved) {
            moved(moved);
        } else if (event instanceof AuctionOpened opened) {
            unsettled.put(opened.auction(), opened.session());
            if (unsettled.size() > REMEMBERED_MAX) {
                unsettled.remove(unsettled.keySet().iterator().next());
            }
        } else if (event instanceof AuctionClosed closed && closed.outcome() instanceof Outcome.Returned) {
            unsettled.remove(closed.auction());
        } else if (event instanceof LotAwarded awarded && awarded.outcome() instanceof Outcome.Returned) {
            unsettled.remove(awarded.auction());
        } else if (event instanceof SettlementConfirmed confirmed) {
            unsettled.remove(confirmed.auction());
        }
    }

    private void moved(SessionMoved moved) {
        if (moved.to() == SessionPhase.ENDED) {
            running.remove(moved.session());
            return;
        }
        running.add(moved.session());
        if (running.size() > REMEMBERED_MAX) {
            running.remove(running.iterator().next());
        }
    }

    /** Sessions whose films are still needed. */
    Set<SessionId> sessions() {
        Set<SessionId> sessions = new HashSet<>(running);
        sessions.addAll(unsettled.values());
        return sessions;
    }
}
