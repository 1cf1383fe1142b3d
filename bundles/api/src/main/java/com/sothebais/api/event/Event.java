package com.sothebais.api.event;

/**
 * A fact that happened. Implementations are records of the sealed families of each subject, such as
 * {@code AuctionEvent}; every reader folds a family exhaustively. Immutable.
 */
public interface Event {
    /**
     * Whether only the platform and the person concerned may see it, for example a bidder's private maximum. Confidential facts are
     * never sent to the public feed, to other nodes' consumers or into a downloaded ledger.
     */
    default boolean confidential() {
        return false;
    }
}
