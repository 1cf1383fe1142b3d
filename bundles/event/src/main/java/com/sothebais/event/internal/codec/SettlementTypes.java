package com.sothebais.event.internal.codec;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.settlement.SettlementEvent;
import java.util.List;

/** How each fact about money is stored. */
final class SettlementTypes implements SettlementEvent.Cases<Typed> {

    private static final EventType<SettlementEvent.EscrowMoved> ESCROW_MOVED = new EventType<>(
            "settlement.escrow-moved",
            1,
            (out, event) ->
                    out.text("chain", event.chain().value()).object("movement", event.movement(), ChainJson::write),
            in -> new SettlementEvent.EscrowMoved(
                    new ChainId(in.text("chain")), in.object("movement", ChainJson::readMovement)));

    private static final EventType<SettlementEvent.SettlementRequested> SETTLEMENT_REQUESTED = new EventType<>(
            "settlement.settlement-requested",
            1,
            (out, event) ->
                    out.text("auction", event.auction().value()).object("order", event.order(), ChainJson::write),
            in -> new SettlementEvent.SettlementRequested(
                    new AuctionId(in.text("auction")), in.object("order", ChainJson::readOrder)));

    private static final EventType<SettlementEvent.SettlementConfirmed> SETTLEMENT_CONFIRMED = new EventType<>(
            "settlement.settlement-confirmed",
            1,
            (out, event) -> out.text("auction", event.auction().value())
                    .text("tx", event.tx().value())
                    .number("block", event.block()),
            in -> new SettlementEvent.SettlementConfirmed(
                    new AuctionId(in.text("auction")), new TxHash(in.text("tx")), in.number("block")));

    private static final EventType<SettlementEvent.SettlementRefused> SETTLEMENT_REFUSED = new EventType<>(
            "settlement.settlement-refused",
            1,
            (out, event) -> out.text("auction", event.auction().value()).text("reason", event.reason()),
            in -> new SettlementEvent.SettlementRefused(new AuctionId(in.text("auction")), in.text("reason")));

    static final List<EventType<?>> ALL =
            List.of(ESCROW_MOVED, SETTLEMENT_REQUESTED, SETTLEMENT_CONFIRMED, SETTLEMENT_REFUSED);

    @Override
    public Typed escrowMoved(SettlementEvent.EscrowMoved event) {
        return ESCROW_MOVED.of(event);
    }

    @Override
    public Typed settlementRequested(SettlementEvent.SettlementRequested event) {
        return SETTLEMENT_REQUESTED.of(event);
    }

    @Override
    public Typed settlementConfirmed(SettlementEvent.SettlementConfirmed event) {
        return SETTLEMENT_CONFIRMED.of(event);
    }

    @Override
    public Typed settlementRefused(SettlementEvent.SettlementRefused event) {
        return SETTLEMENT_REFUSED.of(event);
    }
}
