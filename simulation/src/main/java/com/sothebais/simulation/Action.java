package com.sothebais.simulation;

/**
 * One thing that happens, after a wait. Everything about it comes from its own seed and the state it meets, so that a run without
 * some of its actions is still a run.
 */
public record Action(Kind kind, long seed) {

    /** What happens. */
    public enum Kind {
        BID(40),
        TALK(5),
        YES(6),
        /** Posts that look like bids and are none: edits, reposts, quotes, the host's own, ids that cannot be stored. */
        TRICK(6),
        /** A post is delivered once more. */
        AGAIN(5),
        WALLET(3),
        DEPOSIT(4),
        WITHDRAW(2),
        SETTLE(4),
        /** The auctioneer's clock is set. */
        CLOCK(2),
        /** The process ends, now or in the middle of its next steps. */
        CRASH(5),
        /** The database refuses, loses answers or cannot be read. */
        DATABASE(5),
        /** The dispatcher stops for a while or goes back. */
        DISPATCH(4),
        /** Another auctioneer takes over while this one lives. */
        RIVAL(1),
        PUBLISH(1),
        /** The process sleeps. */
        SLEEP(2),
        /** Something arrives while the auctioneer works. */
        MEANWHILE(2),
        OVERRIDE(8),
        MAXIMUM(12),
        WAIT(8);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }
}
