package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.rules.Floor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Decisions that are recorded together or not at all, what they were made of, and who waits for them. */
final class Batch {
    static final String SOURCE = "auction";

    private final Floor floor;
    private final List<Work> works = new ArrayList<>();
    private final List<NewEvent> facts = new ArrayList<>();
    private final List<PostId> posts = new ArrayList<>();
    private final List<Runnable> releases = new ArrayList<>();
    private Instant last;
    private long duplicates;

    /** @param last when the newest fact happened; nothing is dated before it, though the clock may be set back */
    Batch(Floor floor, Instant last) {
        this.floor = floor;
        this.last = last;
    }

    Floor floor() {
        return floor;
    }

    /** The instant, or that of the fact before when it is later; as precise as it is kept. */
    Instant moment(Instant instant) {
        Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
        return micros.isBefore(last) ? last : micros;
    }

    /**
     * Decides a fact: the draft changes at once, so that the next decision of the batch knows of it.
     *
     * @param at a {@link #moment}
     */
    void decide(StreamId stream, AuctionEvent event, Instant at, CorrelationId correlation) {
        NewEvent fact = new NewEvent(stream, event, SOURCE, at, correlation, Optional.empty());
        floor.apply(fact);
        facts.add(fact);
        last = at;
    }

    /** Takes a work in, whatever comes of it. */
    void take(Work work) {
        works.add(work);
    }

    /** A post was taken that was not taken before. */
    void took(PostId post) {
        posts.add(post);
    }

    void awaits(CompletableFuture<Void> done) {
        releases.add(() -> done.complete(null));
    }

    <T> void awaits(CompletableFuture<T> done, T answer) {
        releases.add(() -> done.complete(answer));
    }

    /** Fails once everything before it is recorded. */
    void refuses(CompletableFuture<?> done, RuntimeException reason) {
        releases.add(() -> done.completeExceptionally(reason));
    }

    void countDuplicate() {
        duplicates++;
    }

    boolean isEmpty() {
        return works.isEmpty() && facts.isEmpty();
    }

    List<Work> works() {
        return works;
    }

    List<NewEvent> facts() {
        return facts;
    }

    /** Distinct posts that were taken. */
    List<PostId> posts() {
        return posts;
    }

    Instant last() {
        return last;
    }

    long duplicates() {
        return duplicates;
    }

    /** Tells everybody whose work is in it that nothing came of it. */
    void fail(Throwable reason) {
        works.forEach(work -> work.fail(reason));
    }

    /** Tells everybody who waits; once, when all of it is durable. */
    void release() {
        releases.forEach(Runnable::run);
    }
}
