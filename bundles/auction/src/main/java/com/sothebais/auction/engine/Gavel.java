package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.Outcome;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.LotState;
import com.sothebais.auction.rules.LotState.Leading;
import com.sothebais.auction.rules.Timekeeper;
import com.sothebais.auction.rules.Timekeeper.CloseLot;
import com.sothebais.auction.rules.Timekeeper.Move;
import com.sothebais.auction.rules.Timekeeper.MoveSession;
import com.sothebais.auction.rules.Timekeeper.OpenLot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Does what the clock says: moves sessions, opens and closes lots. */
final class Gavel {
    private final Batch batch;
    private final Floor floor;

    Gavel(Batch batch) {
        this.batch = batch;
        this.floor = batch.floor();
    }

    /** Does everything that is due at {@code now}, in order. Each move changes the floor, so this ends. */
    void advance(Instant now) {
        Optional<Move> next = Timekeeper.next(floor, now);
        while (next.isPresent() && !next.get().at().isAfter(now)) {
            make(next.get(), now.truncatedTo(ChronoUnit.MICROS));
            next = Timekeeper.next(floor, now);
        }
    }

    private void make(Move move, Instant now) {
        Instant at = Timekeeper.happened(move, now);
        if (move instanceof MoveSession session) {
            String stream = "session/" + session.session();
            SessionMoved event = new SessionMoved(session.session(), session.from(), session.to());
            batch.decide(stream, event, at, stream);
        } else if (move instanceof OpenLot open) {
            LotState lot = open.lot();
            String stream = "auction/" + lot.plan().auction();
            AuctionOpened event = new AuctionOpened(
                    lot.plan().auction(),
                    lot.session(),
                    lot.plan().lot(),
                    lot.plan().rules(),
                    open.ends(at));
            batch.decide(stream, event, at, stream);
        } else if (move instanceof CloseLot close) {
            LotState lot = close.lot();
            String stream = "auction/" + lot.plan().auction();
            AuctionClosed event = new AuctionClosed(
                    lot.plan().auction(),
                    lot.plan().lot(),
                    outcome(lot),
                    lot.chain().head(),
                    lot.chain().entries());
            batch.decide(stream, event, at, stream);
        }
    }

    static Outcome outcome(LotState lot) {
        Optional<Leading> lead = lot.lead().bid();
        if (lead.isEmpty()) {
            return new Outcome.Returned(Outcome.Cause.NO_BIDS);
        }
        boolean met = lot.plan()
                .rules()
                .reserve()
                .map(reserve -> !lead.get().amount().isLessThan(reserve.amount()))
                .orElse(true);
        return met
                ? new Outcome.Sold(lead.get().bidder(), lead.get().amount())
                : new Outcome.Returned(Outcome.Cause.RESERVE_NOT_MET);
    }
}
