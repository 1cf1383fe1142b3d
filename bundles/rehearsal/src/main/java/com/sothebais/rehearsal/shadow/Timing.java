package com.sothebais.rehearsal.shadow;

import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Rules;
import java.time.Duration;

/**
 * Divides durations by the speed. A part gets no shorter than its least, because nobody could bid or speak in it, and no longer than
 * it is in truth.
 */
public record Timing(int speed, Least least) {

    /**
     * The shortest that a part is made.
     *
     * @param pre from the start to the first opening
     * @param lot a lot before extensions
     * @param gap between two lots
     * @param post behind the last lot
     * @param window of extensions, and by how much they move an end
     */
    public record Least(Duration pre, Duration lot, Duration gap, Duration post, Duration window) {
        /** What people and posts need. */
        public static final Least USUAL = new Least(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(2),
                Duration.ofSeconds(8),
                Duration.ofSeconds(3));
    }

    /** At most this much of the time that posts need to arrive is saved. */
    private static final Duration GRACE_LEAST = Duration.ofMillis(500);

    /** Whole milliseconds. */
    Duration of(Duration real, Duration shortest) {
        Duration scaled = Duration.ofMillis(real.toMillis() / speed);
        Duration floor = real.compareTo(shortest) < 0 ? real : shortest;
        return scaled.compareTo(floor) < 0 ? floor : scaled;
    }

    /** Windows, grace and the viewers' delay at this speed; everything about money stays. */
    Rules of(Rules real, Duration lot) {
        return new Rules(
                real.startPrice(),
                real.reserve(),
                real.increment(),
                of(real.extension(), lot),
                real.confirmFactor(),
                of(real.grace(), GRACE_LEAST),
                of(real.viewerDelay(), Duration.ZERO));
    }

    private Extension of(Extension real, Duration lot) {
        Duration window = of(real.window(), least.window());
        Duration length = of(real.length(), least.window());
        Duration stop = of(real.hardStop(), Duration.ZERO);
        // A hard stop inside the first extension would never let it happen.
        Duration reach = stop.compareTo(length) < 0 && real.hardStop().compareTo(length) >= 0 ? length : stop;
        return new Extension(window.compareTo(lot) > 0 ? lot : window, length, real.countMax(), reach);
    }
}
