package com.sothebais.auction.rules;

import com.sothebais.api.auction.Extension;
import com.sothebais.auction.rules.LotState.End;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Anti-sniping, counted in the viewers' time: what they see as the last seconds are the last seconds. */
final class Extensions {

    private Extensions() {}

    /** When the bidder saw the picture that a bid made at {@code at} answers. */
    static Instant seen(LotState lot, Instant at) {
        return at.minus(lot.rules().viewerDelay());
    }

    /** A bid close to the end moves it on, never back, so many times and so far as the rules say. */
    static Optional<Instant> of(LotState lot, Instant seen) {
        Extension extension = lot.rules().extension();
        End end = lot.clock().end();
        if (end.count() >= extension.countMax()
                || seen.isBefore(end.now().minus(extension.window()))
                || !seen.isBefore(end.now())) {
            return Optional.empty();
        }
        Instant wanted = seen.plus(extension.length());
        Instant later = (wanted.isAfter(end.limit()) ? end.limit() : wanted).truncatedTo(ChronoUnit.MICROS);
        return later.isAfter(end.now()) ? Optional.of(later) : Optional.empty();
    }
}
