package com.sothebais.api.auction;

import java.util.Objects;

/** An override that cannot be made, with the reason in one sentence. */
public final class OverrideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Obstacle {
        /** There is no such lot. */
        UNKNOWN,
        /** The lot is in a state that does not allow it. */
        ILLEGAL,
        /** The lot has changed since the preview; look at the effect again. */
        CHANGED,
        /** The auctioneer takes nothing now; try again. */
        UNAVAILABLE
    }

    private final Obstacle obstacle;

    public OverrideException(Obstacle obstacle, String reason) {
        super(reason);
        this.obstacle = Objects.requireNonNull(obstacle, "obstacle");
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
