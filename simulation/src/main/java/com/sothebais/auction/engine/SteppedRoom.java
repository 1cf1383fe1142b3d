package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Inbox.Receipt;
import com.sothebais.api.social.Post;
import com.sothebais.auction.engine.Work.Maximum;
import com.sothebais.auction.engine.Work.Overriding;
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

    /** @param pipelined whether batches are recorded when {@link #recordNext} is called, else at once */
    public SteppedRoom(Surroundings around, Settings settings, boolean pipelined) {
        this.room = new SaleRoom(around, settings);
        if (pipelined) {
            room.auctioneer().startByHand();
        }
    }

    /** See {@link Auctioneer#step}. */
    public Instant step() {
        return room.auctioneer().step();
    }

    /** See {@link Auctioneer#recordNext}. */
    public boolean recordNext() {
        return room.auctioneer().recordNext();
    }

    /** Whether everything that was decided is in the log and known to be. */
    public boolean isIdle() {
        return room.auctioneer().isIdle();
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

    /** Without a decree only the effects are asked for; empty when the queue is full. */
    public Optional<CompletionStage<OverridePreview>> override(
            AuctionId auction, LotOverride override, Optional<String> basis, Optional<Decree> decree) {
        CompletableFuture<OverridePreview> done = new CompletableFuture<>();
        boolean taken = room.queue().offer(now -> new Overriding(auction, override, basis, decree, now, done));
        return taken ? Optional.of(done) : Optional.empty();
    }

    /** Without an amount the maximum is withdrawn; empty when the queue is full. */
    public Optional<CompletionStage<MaximumAnswer>> maximum(
            AuctionId auction, Account account, Optional<Money> amount) {
        CompletableFuture<MaximumAnswer> done = new CompletableFuture<>();
        boolean taken = room.queue().offer(now -> new Maximum(auction, account, amount, now, done));
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

    /** Whether works are tried one by one after a failure. */
    public boolean isTroubled() {
        return room.auctioneer().isTroubled();
    }

    /** Whether posts or commands wait for the next step. */
    public boolean hasWorks() {
        return room.queue().hasWorks();
    }
}
