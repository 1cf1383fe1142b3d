package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.ledger.LedgerEntry;
import java.util.Optional;

/**
 * A fact to record.
 *
 * @param entry its line in the lot's ledger, if it has one
 */
public record Decided(AuctionEvent fact, Optional<LedgerEntry> entry) {
    static Decided of(AuctionEvent fact) {
        return new Decided(fact, Optional.empty());
    }
}
