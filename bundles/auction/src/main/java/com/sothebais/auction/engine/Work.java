package com.sothebais.auction.engine;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.social.Post;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that waits for the auctioneer; {@code done} completes when what follows from it is durable. */
sealed interface Work {
    Instant arrived();

    CompletableFuture<Void> done();

    record Delivery(Post post, Instant arrived, CompletableFuture<Void> done) implements Work {}

    record Publication(Campaign campaign, List<SessionPlan> sessions, Instant arrived, CompletableFuture<Void> done)
            implements Work {
        public Publication {
            sessions = List.copyOf(sessions);
        }
    }
}
