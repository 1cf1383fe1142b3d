package com.sothebais.rehearsal.bidder;

import com.sothebais.api.auction.Extension;
import java.time.Duration;

/**
 * How fast people are: habits speak in seconds of the demo show's 45-second lots, and a faster show makes everybody faster.
 *
 * @param lot length of a lot before extensions
 * @param window the last part of a lot in which a bid moves its end
 */
public record Pace(Duration lot, Duration window) {
    private static final Duration DEMO_LOT = Duration.ofSeconds(45);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(3);

    public static Pace of(Duration lot, Extension extension) {
        return new Pace(lot, extension.window());
    }

    /** That many seconds of the demo show at this speed. */
    public Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * lot.toNanos() / DEMO_LOT.toSeconds()));
    }

    /** When a sniper moves: the last three seconds, or an eighth of a shorter lot. */
    public Duration lastMoments() {
        Duration eighth = lot.dividedBy(8);
        return eighth.compareTo(LAST_MOMENTS) < 0 ? eighth : LAST_MOMENTS;
    }

    /** Honest people leave the end alone: the window and a breath before it, but never more than two thirds of the lot. */
    public Duration hush() {
        Duration hush = window.plus(seconds(2));
        Duration most = lot.multipliedBy(2).dividedBy(3);
        return hush.compareTo(most) > 0 ? most : hush;
    }
}
