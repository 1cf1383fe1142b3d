package com.sothebais.auction.engine;

import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.FloorState;
import java.time.Instant;

/** The auctioneer's state at a place of the log. */
record Snapshot(FloorState floor, SeenPosts.Memory seen, Place place) {

    /**
     * Names what facts do to the state: to be raised with every change of that, so that no snapshot of the older meaning is used. A
     * test holds it to the code.
     */
    static final int MEANING = 2;

    /** Of an empty log. */
    static final Snapshot EMPTY = new Snapshot(new Floor().state(), SeenPosts.Memory.NONE, Place.START);

    /**
     * @param own everything that the auctioneer wrote up to this position is in the state
     * @param foreign everything that others wrote up to this position is
     * @param last when the newest fact that the auctioneer wrote happened
     * @param mark the id of the fact at {@code own}, which shows that the snapshot is of this log; empty at its beginning
     */
    record Place(long own, long foreign, Instant last, String mark) {
        static final Place START = new Place(0, 0, Instant.EPOCH, "");

        /** Everything up to this position is in the state. */
        long position() {
            return Math.min(own, foreign);
        }
    }
}
