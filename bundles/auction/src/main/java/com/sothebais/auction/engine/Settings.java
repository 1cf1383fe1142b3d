package com.sothebais.auction.engine;

import java.time.Duration;

/**
 * Limits of the auctioneer.
 *
 * @param inboxCapacity most posts that wait; more are refused with "full"
 * @param batchSize most posts decided and recorded in one transaction
 * @param ratePosts most posts that one account may address to the host within {@code rateWindow}
 */
public record Settings(int inboxCapacity, int batchSize, int ratePosts, Duration rateWindow) {
    public static final Settings DEFAULT = new Settings(20_000, 500, 30, Duration.ofSeconds(10));
}
