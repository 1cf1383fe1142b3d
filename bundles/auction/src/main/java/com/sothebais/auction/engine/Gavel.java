package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.event.StreamId;
import com.sothebais.auction.rules.Aftermath;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.LotState;
import com.sothebais.auction.rules.Timekeeper;
import com.sothebais.auction.rules.Timekeeper.CloseLot;
import com.sothebais.auction.rules.Timekeeper.Move;
import com.sothebais.auction.rules.Timekeeper.MoveSession;
import com.sothebais.auction.rules.Timekeeper.OpenLot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does what the clock says, one move at a time, and what follows from a lot that was not sold or not paid. */
final class Gavel {
    private final Batch batch;
    private final Verdicts verdicts;
    private final Floor floor;

    Gavel(Batch batch, Verdicts verdicts) {
        this.batch = batch;
        this.verdicts = verdicts;
        this.floor = batch.floor();
    }

    /** Makes the next move, if one is due at {@code now}; false when none is. */
    boolean move(Instant now) {
        Optional<Move> next = Timekeeper.next(floor, now);
        if (next.isEmpty() || next.get().at().isAfter(now)) {
            return false;
        }
        Instant at = batch.moment(Timekeeper.happened(next.get(), now));
        if (next.get() instanceof MoveSession session) {
            decide(
                    Streams.of(session.session()),
                    new SessionMoved(session.session(), session.from(), session.to()),
                    at);
        } else if (next.get() instanceof OpenLot open) {
            open(open, now, at);
        } else if (next.get() instanceof CloseLot close) {
            close(close.lot(), at);
        } else {
            return false;
        }
        return true;
    }

    private void open(OpenLot open, Instant now, Instant at) {
        LotState lot = open.lot();
        StreamId stream = Streams.of(lot.plan().auction());
        decide(
                stream,
                new AuctionOpened(
                        lot.plan().auction(), lot.session(), lot.plan().lot(), lot.rules(), open.ends(now)),
                at);
        verdicts.respond(lot.plan().auction(), at, Streams.story(stream));
    }

    private void close(LotState lot, Instant at) {
        decide(
                Streams.of(lot.plan().auction()),
                new AuctionClosed(
                        lot.plan().auction(),
                        lot.plan().lot(),
                        lot.outcome(),
                        lot.chain().head(),
                        lot.chain().entries()),
                at);
    }

    /** Runner-ups and lots that are put up again; each decision leaves less to decide. */
    void settle(Instant now) {
        while (!floor.unpaid().isEmpty() || !floor.unsold().isEmpty()) {
            Instant at = batch.moment(now);
            List<AuctionEvent> due = Aftermath.due(floor, at);
            if (due.isEmpty()) {
                return;
            }
            for (AuctionEvent fact : due) {
                decide(stream(fact), fact, at);
            }
        }
    }

    private static StreamId stream(AuctionEvent fact) {
        if (fact instanceof LotAwarded awarded) {
            return Streams.of(awarded.auction());
        }
        if (fact instanceof SessionPlanned planned) {
            return Streams.of(planned.session().id());
        }
        throw new IllegalStateException("no stream for " + fact);
    }

    private void decide(StreamId stream, AuctionEvent fact, Instant at) {
        batch.decide(stream, fact, at, Streams.story(stream));
    }
}
