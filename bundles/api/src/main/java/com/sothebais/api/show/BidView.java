package com.sothebais.api.show;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import java.time.Instant;
import java.util.Optional;

/**
 * A bid and its verdict.
 *
 * @param refusal why it does not count; empty when it was accepted
 * @param voided whether an admin took it back; it stays visible
 * @param at instant of the verdict, UTC
 */
public record BidView(
        Optional<AuctionId> auction,
        Post post,
        Optional<Money> amount,
        Optional<Reason> refusal,
        Instant at,
        CorrelationId correlation,
        boolean voided) {
    /** A bid that was not taken back. */
    public BidView(
            Optional<AuctionId> auction,
            Post post,
            Optional<Money> amount,
            Optional<Reason> refusal,
            Instant at,
            CorrelationId correlation) {
        this(auction, post, amount, refusal, at, correlation, false);
    }

    /** Whether it counts: accepted, and not taken back. */
    public boolean counts() {
        return refusal.isEmpty() && !voided;
    }

    BidView taken() {
        return new BidView(auction, post, amount, refusal, at, correlation, true);
    }
}
