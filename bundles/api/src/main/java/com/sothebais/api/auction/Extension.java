package com.sothebais.api.auction;

import java.time.Duration;
import java.util.Objects;

/**
 * Anti-sniping: an accepted bid within {@code window} of the end moves the end to {@code length} after the bid, at most
 * {@code countMax} times and never beyond {@code hardStop} after the planned end. A refused bid never extends.
 */
public record Extension(Duration window, Duration length, int countMax, Duration hardStop) {

    /** The end never moves. */
    public static final Extension NONE = new Extension(Duration.ZERO, Duration.ZERO, 0, Duration.ZERO);

    public Extension {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(hardStop, "hardStop");
        if (window.isNegative() || length.isNegative() || hardStop.isNegative() || countMax < 0) {
            throw new IllegalArgumentException("an extension has no negative part");
        }
    }
}
