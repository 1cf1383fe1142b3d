package com.sothebais.settlement.internal;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainException;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.SettlementResult.Confirmed;
import com.sothebais.api.chain.SettlementResult.Refused;
import com.sothebais.api.chain.SimulatedChain;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.Append.Projection;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.settlement.SettlementEvent.SettlementRequested;
import com.sothebais.settlement.internal.Progress.Step;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a sale into a settlement on the chain: requested once, executed once, its end recorded once, however often the sale is
 * delivered and wherever the process dies in between. The chain's own exactly-once by id closes the gap between chain and log.
 */
final class Settler {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);

    private final EventLog log;
    private final Progress progress;
    private final Supplier<List<Chain>> chains;
    private final InstantSource clock;

    Settler(EventLog log, Progress progress, Supplier<List<Chain>> chains, InstantSource clock) {
        this.log = log;
        this.progress = progress;
        this.chains = chains;
        this.clock = clock;
    }

    /**
     * @throws ChainException when the chain cannot be reached or has no plugin; deliver again
     * @throws com.sothebais.api.event.EventLogException when a step cannot be recorded; deliver again
     */
    void take(Recorded recorded) {
        if (recorded.event() instanceof AuctionClosed closed && closed.outcome() instanceof Sold sold) {
            settle(recorded, new Sale(closed.auction(), closed.lot(), sold, closed.root(), 1));
        } else if (recorded.event() instanceof LotAwarded awarded && awarded.outcome() instanceof Sold sold) {
            settle(recorded, new Sale(awarded.auction(), awarded.lot(), sold, awarded.root(), awarded.round()));
        }
    }

    /** @param round 1 for the highest bidder, more for a runner-up */
    private record Sale(AuctionId auction, Lot lot, Sold sold, Hash root, int round) {
        SettlementId id() {
            return auction.settlement(round);
        }
    }

    private void settle(Recorded cause, Sale sale) {
        AuctionId auction = sale.auction();
        Optional<Step> step = progress.step(sale.id());
        if (step.filter(reached -> reached != Step.REQUESTED).isPresent()) {
            return;
        }
        SettlementOrder order = new SettlementOrder(
                sale.id(),
                sale.lot().token(),
                sale.sold().winner().wallet(),
                sale.lot().seller(),
                sale.sold().price(),
                sale.root());
        if (step.isEmpty()) {
            record(cause, auction, new SettlementRequested(auction, order), progress.requested(sale.id()));
        }
        Chain chain = chain(order.token().chain());
        SettlementResult result = auction.isRehearsal() && !(chain instanceof SimulatedChain)
                ? new Refused("a rehearsal is settled on a simulated chain alone, and " + chain.id() + " is none")
                : chain.settle(order);
        if (result instanceof Confirmed confirmed) {
            SettlementConfirmed end = new SettlementConfirmed(auction, confirmed.tx(), confirmed.block());
            record(cause, auction, end, progress.ended(sale.id(), Step.CONFIRMED));
            LOG.info("lot {} is settled for {} in {}", sale.id(), order.price(), confirmed.tx());
        } else if (result instanceof Refused refused) {
            SettlementRefused end = new SettlementRefused(auction, refused.reason());
            record(cause, auction, end, progress.ended(sale.id(), Step.REFUSED));
            LOG.error("the chain refused to settle lot {}: {}", sale.id(), refused.reason());
        }
    }

    private void record(Recorded cause, AuctionId auction, SettlementEvent event, Projection projection) {
        NewEvent fact = new NewEvent(
                new StreamId("settlement/" + auction),
                event,
                "settlement",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cause.fact().correlation(),
                Optional.of(cause.id()));
        log.append(new Append(List.of(fact), projection, Optional.empty()));
    }

    private Chain chain(ChainId id) {
        return chains.get().stream()
                .filter(chain -> chain.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ChainException(id, "no plugin for this chain is running; start one"));
    }
}
