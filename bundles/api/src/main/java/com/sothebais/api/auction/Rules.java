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
 * @param viewerDelay how far behind the viewers of the stream are, as measured: a post made before the viewers' zero counts, so
 *     that the lot closes {@code viewerDelay + grace} after its end; 0 to {@link #VIEWER_DELAY_MAX}
 */
public record Rules(
        Money startPrice,
        Optional<Reserve> reserve,
        Increment increment,
        Extension extension,
        int confirmFactor,
        Duration grace,
        Duration viewerDelay) {
    /** Longest delay of a stream that an auction waits for. */
    public static final Duration VIEWER_DELAY_MAX = Duration.ofMinutes(1);

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
        checkViewerDelay(viewerDelay);
    }

    /** Viewers see everything at once. */
    public Rules(
            Money startPrice,
            Optional<Reserve> reserve,
            Increment increment,
            Extension extension,
            int confirmFactor,
            Duration grace) {
        this(startPrice, reserve, increment, extension, confirmFactor, grace, Duration.ZERO);
    }

    /** The same rules with another reserve. */
    public Rules withReserve(Optional<Reserve> other) {
        return new Rules(startPrice, other, increment, extension, confirmFactor, grace, viewerDelay);
    }

    /** The same rules with another delay of the stream. */
    public Rules withViewerDelay(Duration other) {
        return new Rules(startPrice, reserve, increment, extension, confirmFactor, grace, other);
    }

    /** How long after its end a lot closes: posts made before the viewers' zero have that long to arrive. */
    public Duration lastCall() {
        return viewerDelay.plus(grace);
    }

    /** When a bid is in time, in one sentence for the screen; zero is what the viewers see. */
    public String closingRule() {
        if (grace.isZero()) {
            return "Bids count if they reach us before zero.";
        }
        String fraction = grace.toMillisPart() == 0 ? "" : String.format(".%03d", grace.toMillisPart());
        return "Bids posted before zero count if they reach us within " + grace.toSeconds() + fraction + " s.";
    }

    static void checkViewerDelay(Duration delay) {
        if (delay.isNegative() || delay.compareTo(VIEWER_DELAY_MAX) > 0) {
            throw new IllegalArgumentException(
                    "the viewers' delay is from 0 to " + VIEWER_DELAY_MAX.toSeconds() + " s, got " + delay);
        }
    }

    /** The currency that bids are made in. */
    public Currency currency() {
        return startPrice.currency();
    }
}
