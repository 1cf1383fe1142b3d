package com.sothebais.api.auction;

import java.time.Duration;

/**
 * The speed of a compressed session: how long each part lasts in real time.
 *
 * @param pre from the start to the first opening
 * @param lot each lot, before extensions
 * @param pause between two lots
 * @param post after the last close
 */
public record Tempo(Duration pre, Duration lot, Duration pause, Duration post) {
    public Tempo {
        if (pre.isNegative() || lot.isZero() || lot.isNegative() || pause.isNegative() || post.isNegative()) {
            throw new IllegalArgumentException("a lot needs time and nothing may be negative");
        }
    }
}
