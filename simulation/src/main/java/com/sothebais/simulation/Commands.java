package com.sothebais.simulation;

import com.sothebais.api.auction.CampaignException;
import com.sothebais.simulation.oracle.Invariant;
import com.sothebais.simulation.oracle.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What admins order; an order whose answer was lost is given again, as a person would who finds it undone. */
final class Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** An order that waits for its answer. */
    private record Waiting(Programme programme, Node at, CompletionStage<Void> done) {}

    private final World world;
    private final List<Programme> open = new ArrayList<>();
    private final List<Programme> given = new ArrayList<>();
    private Optional<Waiting> waiting = Optional.empty();
    private Instant next = Instant.MAX;

    Commands(World world) {
        this.world = world;
    }

    /** Everything that was ever to be published. */
    List<Programme> given() {
        return given;
    }

    void publish(Programme programme) {
        world.oracle.ordered(programme.sessions());
        given.add(programme);
        open.add(programme);
        next = World.earlier(next, world.time);
    }

    /** Somebody orders what was ordered before. */
    void again(Programme programme) {
        open.add(programme);
        next = World.earlier(next, world.time);
    }

    Instant next() {
        return next;
    }

    void run() {
        next = Instant.MAX;
        if (open.isEmpty() || waiting.isPresent()) {
            return;
        }
        Programme programme = open.get(0);
        Optional<CompletionStage<Void>> done = Optional.empty();
        if (world.node.isPresent()) {
            Node at = world.node.get();
            world.oracle.unordered();
            try {
                done = at.room.publish(programme.campaign(), programme.sessions());
                at.wakeBy(world.time);
                waiting = done.map(stage -> new Waiting(programme, at, stage));
            } catch (Crash e) {
                world.crash(at);
            }
        }
        if (done.isEmpty()) {
            next = world.time.plus(PATIENCE);
        }
    }

    /** Sees whether there is an answer. */
    void look() {
        if (waiting.isEmpty() || !waiting.get().done().toCompletableFuture().isDone()) {
            return;
        }
        Programme programme = waiting.get().programme();
        CompletableFuture<Void> done = waiting.get().done().toCompletableFuture();
        boolean published = programme.sessions().stream().allMatch(session -> world.oracle.knows(session.id()));
        boolean refused = false;
        try {
            done.join();
        } catch (CompletionException e) {
            refused = e.getCause() instanceof CampaignException;
        }
        boolean wrong = !done.isCompletedExceptionally() && !published || refused && !published;
        if (wrong) {
            throw new Violation(
                    Invariant.ONE_ANSWER,
                    "the answer for " + programme.campaign().id() + " is wrong");
        }
        waiting = Optional.empty();
        if (published) {
            open.remove(programme);
        }
        next = open.isEmpty() ? Instant.MAX : world.time.plus(PATIENCE);
    }

    void lost(Node node) {
        if (waiting.filter(one -> one.at() == node).isPresent()) {
            waiting = Optional.empty();
            next = world.time.plus(PATIENCE);
        }
    }
}
