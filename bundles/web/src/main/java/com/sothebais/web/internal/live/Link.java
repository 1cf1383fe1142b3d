package com.sothebais.web.internal.live;

/**
 * One round of facts in the chain that all clients follow, each at its own pace. Whoever holds a link reaches everything newer, so
 * nothing is queued per client. Thread-safe.
 */
final class Link {
    private final boolean reset;
    private final long number;
    private final Piece piece;
    private volatile Link next;

    private Link(boolean reset, long number, Piece piece) {
        this.reset = reset;
        this.number = number;
        this.piece = piece;
    }

    static Link first() {
        return new Link(true, 0, Piece.HEARTBEAT);
    }

    /** Makes the link that follows this one; nobody sees it before {@link #append}. */
    Link facts(Piece content) {
        return new Link(false, number + 1, content);
    }

    /** The same for a change that no message tells. */
    Link reset() {
        return new Link(true, number + 1, Piece.HEARTBEAT);
    }

    void append(Link following) {
        next = following;
    }

    /** Whether everyone who comes here continues with a snapshot. */
    boolean isReset() {
        return reset;
    }

    /** Place in the chain. */
    long number() {
        return number;
    }

    Piece piece() {
        return piece;
    }

    /** {@code null} at the end of the chain. */
    Link next() {
        return next;
    }
}
