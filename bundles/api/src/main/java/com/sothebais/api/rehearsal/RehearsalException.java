package com.sothebais.api.rehearsal;

/** The session cannot be rehearsed now; the message says why and what to do. */
public final class RehearsalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Obstacle {
        /** There is no such session any more or yet. */
        UNKNOWN,
        /** Something else plays or is about to. */
        BUSY,
        /** A part that is needed is away. */
        UNAVAILABLE
    }

    private final Obstacle obstacle;

    public RehearsalException(Obstacle obstacle, String message) {
        super(message);
        this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
