package com.sothebais.simulation;

import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Recorded;
import com.sothebais.auction.engine.SteppedRoom;
import com.sothebais.simulation.oracle.Learner;
import com.sothebais.simulation.oracle.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One process with an auctioneer, its view of the log, and what it was handed and has not answered. */
final class Node {
    /** A post that waits for its receipt. */
    record Handed(Said said, CompletionStage<Void> recorded) {}

    /** Something that was asked, and who looks at the answer once it is there. */
    record Asked<T>(CompletionStage<T> done, Consumer<CompletableFuture<T>> look) {
        /** Whether there was an answer to look at. */
        boolean answered() {
            CompletableFuture<T> answer = done.toCompletableFuture();
            if (answer.isDone()) {
                look.accept(answer);
            }
            return answer.isDone();
        }
    }

    final Interference interference = new Interference();
    final ShakyLog log;
    private final int serial;
    final Learner learner;
    final List<Handed> handed = new ArrayList<>();
    SteppedRoom room;
    /** Orders of admins and wishes of bidders that wait for their answers. */
    final List<Asked<?>> asked = new ArrayList<>();

    /** When its recorder records next, in true time. */
    Instant records = Instant.MAX;
    /** When it steps next, in true time. */
    Instant wakes;
    /** Until then its dispatcher stands still, in true time. */
    Instant heldUntil = Instant.MIN;

    long dispatched;
    /** Its state was compared with the log up to there. */
    long seen;
    /** How many steps it made. */
    int steps;

    /** @param serial unique among all processes of a run */
    Node(EventLog log, Learner learner, Instant wakes, int serial) {
        this.serial = serial;
        this.log = new ShakyLog(log, interference);
        this.learner = learner;
        this.wakes = wakes;
    }

    /** Posts of the same group wait together: no step is between them. */
    String group() {
        return serial + "/" + steps;
    }

    /** Not in the middle of a step, and not while it judges one by one. */
    boolean knowsTurns() {
        return !interference.isStepping() && !room.isTroubled();
    }

    /** Something arrived: it steps at that instant at the latest. */
    void wakeBy(Instant instant) {
        wakes = instant.isBefore(wakes) ? instant : wakes;
    }

    /** Hands over up to so many of the facts that come next. */
    void dispatch(List<Recorded> facts, int most) {
        int taken = 0;
        for (Recorded fact : facts) {
            if (taken < most) {
                room.take(fact);
                dispatched = fact.position();
                taken++;
            }
        }
    }
}
