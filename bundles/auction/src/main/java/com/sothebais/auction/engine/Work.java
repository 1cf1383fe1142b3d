package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.Decree;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Something that waits for the auctioneer; {@code done} completes when what follows from it is durable. */
sealed interface Work {
    /** When it was enqueued, by the platform's clock; never before what was enqueued earlier. */
    Instant arrived();

    CompletableFuture<?> done();

    /** Tells who waits that nothing came of it. */
    default void fail(Throwable reason) {
        done().completeExceptionally(reason);
    }

    /** @param stumbling whether judging it failed before: then it is refused without being looked at */
    record Delivery(Post post, Instant arrived, CompletableFuture<Void> done, boolean stumbling) implements Work {
        Delivery(Post post, Instant arrived, CompletableFuture<Void> done) {
            this(post, arrived, done, false);
        }

        Delivery asStumbling() {
            return new Delivery(post, arrived, done, true);
        }
    }

    /** What somebody asked for who waits for the answer; decided in order of arrival. */
    sealed interface Command extends Work {}

    record Publication(Campaign campaign, List<SessionPlan> sessions, Instant arrived, CompletableFuture<Void> done)
            implements Command {
        public Publication {
            sessions = List.copyOf(sessions);
        }
    }

    /** The end of a rehearsal before its time. */
    record Ending(SessionId session, Decree decree, Instant arrived, CompletableFuture<Void> done) implements Command {}

    /** @param decree empty asks for the effects alone */
    record Overriding(
            AuctionId auction,
            LotOverride override,
            Optional<String> basis,
            Optional<Decree> decree,
            Instant arrived,
            CompletableFuture<OverridePreview> done)
            implements Command {}

    record Maximum(
            AuctionId auction,
            Account account,
            Optional<Money> maximum,
            Instant arrived,
            CompletableFuture<MaximumAnswer> done)
            implements Command {}
}
