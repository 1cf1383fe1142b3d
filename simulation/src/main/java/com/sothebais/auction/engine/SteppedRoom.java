package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.social.Inbox.Receipt;
import com.sothebais.api.social.Post;
import com.sothebais.auction.engine.Work.Publication;
import com.sothebais.auction.rules.Floor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A saleroom without its thread: whoever holds it makes every step by hand. Commands that make their caller wait are enqueued here
 * as the saleroom enqueues them and answer by a stage. Lives in the package of the engine, because nobody else may step it.
 */
public final class SteppedRoom {
    private final SaleRoom room;

    public SteppedRoom(Surroundings around, Settings settings) {
        this.room = new SaleRoom(around, settings);
    }

    /** See {@link Auctioneer#step}. */
    public Instant step() {
        return room.auctioneer().step();
    }

    public Receipt receive(Post post) {
        return room.receive(post);
    }

    /** One fact of another part, as the dispatcher hands it over. */
    public void take(Recorded fact) {
        try {
            room.on(fact);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a simulation", e);
        }
    }

    /** Publishes sessions that are planned already; empty when the queue is full. */
    public Optional<CompletionStage<Void>> publish(Campaign campaign, List<SessionPlan> sessions) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        boolean taken = room.queue().offer(now -> new Publication(campaign, sessions, now, done));
        return taken ? Optional.of(done) : Optional.empty();
    }

    public Optional<Ledger> ledger(AuctionId auction) {
        return room.ledger(auction);
    }

    /** The state as it is now; of use only between steps. */
    public Floor floor() {
        return room.auctioneer().floor();
    }

    public boolean isFenced() {
        return room.auctioneer().isFenced();
    }

    /** Whether posts or commands wait for the next step. */
    public boolean hasWorks() {
        return room.queue().hasWorks();
    }
}
