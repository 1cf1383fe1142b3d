package com.sothebais.simulation;

import com.sothebais.simulation.oracle.Invariant;
import com.sothebais.simulation.oracle.Violation;
import java.time.Duration;
import java.time.Instant;

/** The end of a run: calm weather until nothing is left to do, a restart, and the last look of the oracle. */
final class Finish {
    /** Longest time that calm auctions need. */
    private static final Duration CALM_MAX = Duration.ofDays(60);

    private static final int ROUNDS_MAX = 60;

    private final World world;
    private final Treasury treasury;
    private final Chamber chamber;

    Finish(World world, Treasury treasury, Chamber chamber) {
        this.world = world;
        this.treasury = treasury;
        this.chamber = chamber;
    }

    void close() {
        world.calm();
        rest();
        // A process that starts anew must come to the same state.
        world.node.ifPresent(world::restart);
        rest();
        Node last = world.node.orElseThrow();
        world.oracle.finished(world.log.events(), world.written, auction -> last.room.ledger(auction));
    }

    /** Lets everything happen that is planned, resumes and settles what waits for it, and again, until nothing is left. */
    private void rest() {
        Instant limit = world.time.plus(CALM_MAX);
        int rounds = 0;
        do {
            require(++rounds < ROUNDS_MAX, "it is never settled");
            world.node.ifPresent(world::dispatchAll);
            while (!world.next().equals(Instant.MAX)) {
                require(!world.next().isAfter(limit), "something is still planned at " + world.next());
                world.runUntil(world.next());
            }
        } while (chamber.resumeAll() || treasury.settleAll() || world.node.isEmpty());
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new Violation(Invariant.PUNCTUAL, message);
        }
    }
}
