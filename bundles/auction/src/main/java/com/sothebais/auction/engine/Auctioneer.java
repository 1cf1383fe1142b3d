package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.engine.Work.Delivery;
import com.sothebais.auction.engine.Work.Publication;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.Timekeeper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of auctions. {@link #step} does everything that waits and is due: it decides on a draft, records the batch in one
 * append, and only then lets the decisions count. What cannot be recorded never happened. Not thread-safe: one thread steps.
 */
final class Auctioneer {
    static final String FENCE = "auctioneer";

    private static final Logger LOG = LoggerFactory.getLogger(Auctioneer.class);

    private final Surroundings around;
    private final Settings settings;
    private final WorkQueue queue;
    private final Counts counts;
    private final RateLimit limit;
    private SeenPosts seen;
    private Floor floor = new Floor();
    private Optional<Fence> fence = Optional.empty();
    private long own;
    private long foreign;
    private boolean ready;
    private boolean doubtful;
    private volatile Set<AuctionId> known = Set.of();
    private volatile boolean fenced;
    private volatile boolean open;
    private volatile Health health = Health.down("auction", "The auctioneer is reading the log; wait a moment.");

    Auctioneer(Surroundings around, Settings settings, WorkQueue queue, Counts counts) {
        this.around = around;
        this.settings = settings;
        this.queue = queue;
        this.counts = counts;
        this.limit = new RateLimit(settings.ratePosts(), settings.rateWindow());
        this.seen = new SeenPosts(around.books()::seen, SeenPosts.MEMORY_MAX);
    }

    Health health() {
        return health;
    }

    /** Whether posts are taken at all: from the first reading of the log until another owner takes over. */
    boolean isOpen() {
        return open && !fenced;
    }

    boolean isFenced() {
        return fenced;
    }

    Floor floor() {
        return floor;
    }

    /** Whether there is such a lot; from any thread, as of the last batch. */
    boolean knows(AuctionId auction) {
        return known.contains(auction);
    }

    /**
     * Does everything that waits and is due.
     *
     * @return when the next thing is due, if nothing else arrives; {@link Instant#MAX} when nothing is planned
     * @throws EventLogException when the log could not be read or written; nothing of it happened, step again later
     */
    Instant step() {
        if (fenced) {
            return Instant.MAX;
        }
        if (!ready) {
            recover();
        } else if (doubtful) {
            catchUp();
        }
        takeFacts();
        // After a failure one by one, so that a post that cannot be recorded holds up nobody but itself.
        List<Work> works = queue.works(health.status() == Health.Status.WELL ? settings.batchSize() : 1);
        try {
            Batch batch = decide(works);
            commit(batch);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            failed(e);
            works.forEach(work -> work.done().completeExceptionally(e));
            throw e;
        }
        return queue.hasWorks()
                ? Instant.MIN
                : Timekeeper.next(floor, around.clock().instant())
                        .map(Timekeeper.Move::at)
                        .orElse(Instant.MAX);
    }

    /** Takes ownership and rebuilds the state from the log. */
    private void recover() {
        Floor rebuilt = new Floor();
        seen = new SeenPosts(around.books()::seen, SeenPosts.MEMORY_MAX);
        try {
            fence = Optional.of(around.log().claim(FENCE));
            long position = 0;
            List<Recorded> page = around.log().read(position, EventLog.READ_MAX);
            while (!page.isEmpty()) {
                for (Recorded recorded : page) {
                    rebuilt.apply(recorded.fact());
                    SeenPosts.postOf(recorded.event()).ifPresent(seen::add);
                    position = recorded.position();
                }
                page = around.log().read(position, EventLog.READ_MAX);
            }
            floor = rebuilt;
            own = position;
            foreign = position;
        } catch (EventLogException e) {
            health = Health.down("auction", "The log cannot be read, no post is taken: " + e.getMessage());
            throw e;
        }
        ready = true;
        open = true;
        well();
        LOG.info(
                "auctioneer ready at position {} with {} open lots",
                own,
                floor.openLots().size());
    }

    /** After an append of which we do not know whether it was recorded: takes what was. */
    private void catchUp() {
        List<Recorded> page = around.log().read(own, EventLog.READ_MAX);
        while (!page.isEmpty()) {
            for (Recorded recorded : page) {
                if (recorded.event() instanceof AuctionEvent) {
                    floor.apply(recorded.fact());
                    SeenPosts.postOf(recorded.event()).ifPresent(seen::add);
                }
                own = recorded.position();
            }
            page = around.log().read(own, EventLog.READ_MAX);
        }
        doubtful = false;
    }

    /** Wallets and escrow movements of others; each is taken once, in log order. */
    private void takeFacts() {
        for (Recorded recorded : queue.facts()) {
            if (recorded.position() > foreign) {
                floor.apply(recorded.fact());
                foreign = recorded.position();
            }
        }
    }

    private Batch decide(List<Work> works) {
        Set<PostId> ids = works.stream()
                .filter(Delivery.class::isInstance)
                .map(work -> ((Delivery) work).post().id())
                .collect(Collectors.toSet());
        Batch batch = new Batch(floor.draft(), seen.among(ids));
        Gavel gavel = new Gavel(batch);
        Clerk clerk = new Clerk(batch, limit);
        for (Work work : works) {
            gavel.advance(work.arrived());
            if (work instanceof Delivery delivery) {
                take(delivery, batch, clerk);
            } else if (work instanceof Publication publication) {
                publish(publication, batch);
            }
        }
        // The clock is read before the queue: what arrives in between is earlier than the gavel and goes first.
        Instant now = around.clock().instant();
        if (!queue.hasWorks()) {
            gavel.advance(now);
        }
        return batch;
    }

    private void take(Delivery delivery, Batch batch, Clerk clerk) {
        Post post = delivery.post();
        Optional<Account> host = around.hosts().apply(post.id().network());
        if (!Recordable.canIdentify(post)) {
            delivery.done().completeExceptionally(new IllegalArgumentException("post has an id that cannot be stored"));
        } else if (batch.hasSeen(post.id())) {
            batch.countDuplicate();
            batch.awaits(delivery.done());
        } else if (host.isEmpty()) {
            String text = "the network of post " + post.id() + " is not registered, so its host account is unknown";
            delivery.done().completeExceptionally(new IllegalStateException(text));
        } else {
            batch.countPost();
            clerk.take(post, host.get(), delivery.arrived());
            batch.awaits(delivery.done());
        }
    }

    private void publish(Publication publication, Batch batch) {
        List<String> reasons = new ArrayList<>();
        if (batch.floor().knows(publication.campaign().id())) {
            reasons.add("A campaign " + publication.campaign().id() + " was published before.");
        }
        publication.sessions().forEach(session -> {
            if (batch.floor().knows(session.id())) {
                reasons.add("A session " + session.id() + " was published before.");
            }
            session.lots().stream()
                    .filter(lot -> batch.floor().lot(lot.auction()).isPresent())
                    .forEach(lot -> reasons.add("A lot " + lot.auction() + " was published before."));
        });
        if (!reasons.isEmpty()) {
            publication.done().completeExceptionally(new CampaignException(reasons));
            return;
        }
        Instant at = publication.arrived().truncatedTo(ChronoUnit.MICROS);
        String stream = "campaign/" + publication.campaign().id();
        batch.decide(stream, new CampaignPublished(publication.campaign()), at, stream);
        publication
                .sessions()
                .forEach(session -> batch.decide("session/" + session.id(), new SessionPlanned(session), at, stream));
        batch.awaits(publication.done());
    }

    private void commit(Batch batch) {
        if (!batch.facts().isEmpty()) {
            record(batch);
        }
        counts.count(batch, around.clock().instant());
        batch.waiting().forEach(done -> done.complete(null));
    }

    private void record(Batch batch) {
        Append append = new Append(batch.facts(), connection -> around.books().write(batch.rows(), connection), fence);
        List<Recorded> recorded = around.log().append(append);
        own = recorded.get(recorded.size() - 1).position();
        floor = batch.floor();
        batch.rows().forEach(row -> seen.add(row.post().id()));
        Story.tell(batch.facts());
        well();
    }

    /** Whether the batch was recorded is not known; the next step looks before it decides anything. */
    private void failed(Throwable e) {
        doubtful = true;
        fenced = e instanceof FencedException;
        String message = fenced
                ? "Another auctioneer took over, this one has stopped; restart the one that shall run."
                : "Nothing can be recorded, so no bid counts: " + e.getMessage();
        health = Health.down("auction", message);
    }

    private void well() {
        if (floor.publishedCount() != known.size()) {
            known = floor.published();
        }
        health = Health.well("auction", floor.openLots().size() + " lots open.");
    }

    /** Fails everybody who still waits, at the end of the process. */
    void abandon() {
        IllegalStateException stopped = new IllegalStateException("the auctioneer has stopped");
        open = false;
        if (!fenced) {
            health =
                    Health.down("auction", "The auctioneer has stopped, no post is taken; restart the auction bundle.");
        }
        for (List<Work> rest = queue.works(settings.batchSize());
                !rest.isEmpty();
                rest = queue.works(settings.batchSize())) {
            rest.stream()
                    .map(Work::done)
                    .forEach((CompletableFuture<Void> done) -> done.completeExceptionally(stopped));
        }
    }
}
