package com.sothebais.api.auction;

import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of one lot.
 *
 * @param startPrice the least first bid; positive
 * @param reserve the price below which it is not sold, if there is one
 * @param confirmFactor a bid over this many times the current price needs a confirming reply; at least 2
 * @param grace how long after the end a post made before the end still counts, for networks that deliver late
 */
public record Rules(
        Money startPrice,
        Optional<Reserve> reserve,
        Increment increment,
        Extension extension,
        int confirmFactor,
        Duration grace) {
    public Rules {
        Objects.requireNonNull(reserve, "reserve");
        Objects.requireNonNull(increment, "increment");
        Objects.requireNonNull(extension, "extension");
        if (!startPrice.isPositive()) {
            throw new IllegalArgumentException("the start price must be positive, got " + startPrice);
        }
        if (confirmFactor < 2) {
            throw new IllegalArgumentException("the confirm factor must be at least 2, got " + confirmFactor);
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("the grace must not be negative, got " + grace);
        }
    }

    /** The currency that bids are made in. */
    public Currency currency() {
        return startPrice.currency();
    }
}
