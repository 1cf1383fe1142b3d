package com.sothebais.api.show;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A lot as everyone sees it. Immutable. */
public record LotView(
        AuctionId auction, SessionId session, Lot lot, Rules rules, Times times, Bidding bidding, Result result) {

    /** Where a lot stands. */
    public enum Status {
        PLANNED,
        OPEN,
        CLOSED
    }

    /**
     * @param opens planned or actual opening, UTC
     * @param ends end as it is now, exclusive, UTC
     * @param extensions how many times the end has moved
     * @param pausedSince while the clock stands still; the end moves on when it runs again
     */
    public record Times(Status status, Instant opens, Instant ends, int extensions, Optional<Instant> pausedSince) {
        /** The clock runs. */
        public Times(Status status, Instant opens, Instant ends, int extensions) {
            this(status, opens, ends, extensions, Optional.empty());
        }

        /** What is left at the instant, never negative; stands still while the lot is paused. */
        public Duration left(Instant now) {
            Duration left = Duration.between(pausedSince.orElse(now), ends);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    /**
     * @param price the leading bid, or the start price without one
     * @param nextMinimum the least bid that counts now
     * @param accepted bids that led
     * @param refused posts that meant to bid and do not count
     */
    public record Bidding(Money price, Optional<Bidder> leader, Money nextMinimum, int accepted, int refused) {}

    /**
     * @param outcome how it ended, once closed
     * @param ledgerRoot root of the ledger, once closed
     * @param settlement transaction that moved token and money, once confirmed
     * @param trouble why the settlement was refused
     */
    public record Result(
            Optional<Outcome> outcome,
            Optional<Hash> ledgerRoot,
            Optional<TxHash> settlement,
            Optional<String> trouble) {
        public static final Result NONE =
                new Result(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the price reaches the reserve; true without a reserve once somebody leads. */
    public boolean reserveMet() {
        return bidding.leader().isPresent()
                && rules.reserve()
                        .map(reserve -> !bidding.price().isLessThan(reserve.amount()))
                        .orElse(true);
    }
}
