package com.sothebais.auction.engine;

import com.sothebais.auction.rules.FloorState;
import java.time.Instant;

/** The auctioneer's state at a place of the log. */
record Snapshot(FloorState floor, SeenPosts.Memory seen, Place place) {

    /**
     * @param own everything that the auctioneer wrote up to this position is in the state
     * @param foreign everything that others wrote up to this position is
     * @param last when its newest fact happened
     */
    record Place(long own, long foreign, Instant last) {
        static final Place START = new Place(0, 0, Instant.EPOCH);
    }
}
