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
 * @param at instant of the verdict, UTC
 */
public record BidView(
        Optional<AuctionId> auction,
        Post post,
        Optional<Money> amount,
        Optional<Reason> refusal,
        Instant at,
        CorrelationId correlation) {}
