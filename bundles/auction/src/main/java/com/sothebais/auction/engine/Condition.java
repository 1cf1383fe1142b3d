package com.sothebais.auction.engine;

import com.sothebais.api.event.EventLogException;
import com.sothebais.api.health.Health;
import java.time.Duration;

/** How the auctioneer is, in words for the one who must act. The auctioneer tells, any thread asks. */
final class Condition {

    /** When the log has not answered for so long, nobody is told that all is well. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(3);

    private static final String PART = "auction";

    private volatile Health health = Health.down(PART, "The auctioneer is reading the log; wait a moment.");
    private volatile boolean troubled;

    /**
     * @param silence how long the log has not answered
     * @param waiting posts
     */
    Health health(Duration silence, int waiting) {
        boolean silent = health.status() == Health.Status.WELL && silence.compareTo(SILENCE_MAX) > 0;
        return silent
                ? Health.down(
                        PART,
                        "The log has not answered for " + silence.toSeconds() + " s, so no bid counts and " + waiting
                                + " posts wait; see whether the database is up.")
                : health;
    }

    /** Whether something failed since the last time that all was well. */
    boolean isTroubled() {
        return troubled;
    }

    void well(int openLots, String hint) {
        troubled = false;
        health = Health.well(PART, openLots + " lots open." + hint);
    }

    /** @param waiting posts */
    void failed(Throwable failure, int waiting) {
        troubled = true;
        String message = failure instanceof EventLogException
                ? "The log takes nothing, so no bid counts and " + waiting + " posts wait; it is tried again: "
                        + failure.getMessage()
                : "The auctioneer stumbles, so no bid counts and " + waiting
                        + " posts wait; it is tried again, see the log of the process: " + failure;
        health = Health.down(PART, message);
    }

    void overtaken() {
        troubled = true;
        health = Health.down(
                PART, "Another auctioneer took over, this one has stopped; restart the one that shall run.");
    }

    void stopped() {
        health = Health.down(PART, "The auctioneer has stopped, no post is taken; restart the auction bundle.");
    }
}
