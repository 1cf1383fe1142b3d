package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.rules.Floor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Decisions that are recorded together or not at all: facts, their rows, and who waits for them. */
public final class Batch {
    static final String SOURCE = "auction";

    /**
     * A row of the table of posts.
     *
     * @param verdict the bid's verdict; empty for talk
     */
    public record Row(Post post, Instant at, Optional<Bid> verdict) {}

    /** A bid's verdict: the fact and its place in the ledger, if it has one. */
    public record Bid(AuctionEvent fact, Optional<LedgerEntry> entry) {}

    private final Floor floor;
    private final List<NewEvent> facts = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private final Set<PostId> seen = new HashSet<>();
    private long posts;
    private long duplicates;

    Batch(Floor floor, Set<PostId> seen) {
        this.floor = floor;
        this.seen.addAll(seen);
    }

    Floor floor() {
        return floor;
    }

    /** Decides a fact: the draft changes at once, so that the next decision of the batch knows of it. */
    void decide(String stream, AuctionEvent event, Instant at, String correlation) {
        NewEvent fact =
                new NewEvent(new StreamId(stream), event, SOURCE, at, new CorrelationId(correlation), Optional.empty());
        floor.apply(fact);
        facts.add(fact);
    }

    void row(Row row) {
        rows.add(row);
        seen.add(row.post().id());
    }

    void awaits(CompletableFuture<Void> done) {
        waiting.add(done);
    }

    boolean hasSeen(PostId post) {
        return seen.contains(post);
    }

    void countPost() {
        posts++;
    }

    void countDuplicate() {
        duplicates++;
    }

    List<NewEvent> facts() {
        return facts;
    }

    List<Row> rows() {
        return rows;
    }

    List<CompletableFuture<Void>> waiting() {
        return waiting;
    }

    long posts() {
        return posts;
    }

    long duplicates() {
        return duplicates;
    }
}
