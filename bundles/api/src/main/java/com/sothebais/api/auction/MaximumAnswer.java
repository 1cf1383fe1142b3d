package com.sothebais.api.auction;

import com.sothebais.api.money.Money;
import java.util.Optional;

/** What became of a private maximum. */
public sealed interface MaximumAnswer {
    /**
     * The engine bids for the bidder up to the maximum.
     *
     * @param leading whether the bidder leads now
     * @param price the price now
     */
    record Standing(boolean leading, Money price) implements MaximumAnswer {}

    /** The bidder has no maximum on the lot any more; bids that were made stay binding. */
    record Withdrawn() implements MaximumAnswer {}

    /** @param nextMinimum the least maximum that would do; empty when no lot takes it */
    record Refused(Reason reason, Optional<Money> nextMinimum) implements MaximumAnswer {}
}
