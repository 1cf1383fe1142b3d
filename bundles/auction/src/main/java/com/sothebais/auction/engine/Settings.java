package com.sothebais.auction.engine;

import java.time.Duration;

/**
 * Limits of the auctioneer.
 *
 * @param inboxCapacity most posts that wait; more are refused with "full"
 * @param batchSize most posts decided and recorded in one transaction
 * @param ratePosts most posts that one account may address to the host within {@code rateWindow}
 * @param rateWalletBids most bids that may be made for one wallet within {@code rateWindow}, from whatever accounts
 * @param snapshotFacts a snapshot of the state is kept every so many facts
 */
public record Settings(
        int inboxCapacity, int batchSize, int ratePosts, int rateWalletBids, Duration rateWindow, int snapshotFacts) {
    public static final Settings DEFAULT = new Settings(20_000, 1_000, 30, 60, Duration.ofSeconds(10), 50_000);

    public Settings(int inboxCapacity, int batchSize, int ratePosts, Duration rateWindow) {
        this(
                inboxCapacity,
                batchSize,
                ratePosts,
                Math.max(ratePosts, DEFAULT.rateWalletBids),
                rateWindow,
                DEFAULT.snapshotFacts);
    }
}
