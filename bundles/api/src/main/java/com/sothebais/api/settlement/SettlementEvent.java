package com.sothebais.api.settlement;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.event.Event;

/** Everything that happens to money. Streams: {@code escrow/<chain>} and {@code settlement/<auction>}. */
public sealed interface SettlementEvent extends Event {

    <R> R fold(Cases<R> cases);

    /** One case per fact. */
    interface Cases<R> {
        R escrowMoved(EscrowMoved event);

        R settlementRequested(SettlementRequested event);

        R settlementConfirmed(SettlementConfirmed event);

        R settlementRefused(SettlementRefused event);
    }

    /** The chain reported a movement in a safe block; each movement is recorded exactly once. */
    record EscrowMoved(ChainId chain, EscrowMovement movement) implements SettlementEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.escrowMoved(this);
        }
    }

    record SettlementRequested(AuctionId auction, SettlementOrder order) implements SettlementEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.settlementRequested(this);
        }
    }

    record SettlementConfirmed(AuctionId auction, TxHash tx, long block) implements SettlementEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.settlementConfirmed(this);
        }
    }

    record SettlementRefused(AuctionId auction, String reason) implements SettlementEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.settlementRefused(this);
        }
    }
}
