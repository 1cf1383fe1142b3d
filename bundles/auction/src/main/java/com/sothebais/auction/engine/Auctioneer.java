package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.auction.engine.Recorder.Done;
import com.sothebais.auction.engine.Sitting.Undecidable;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of auctions. {@link #step} decides everything that waits and is due on a draft and has it recorded in one append;
 * only then do the decisions count. What cannot be recorded never happened: it is decided again. Not thread-safe: one thread steps.
 */
final class Auctioneer {
    static final String FENCE = "auctioneer";

    /** So often a work is tried alone while the log can be read; then it is the work that cannot be recorded. */
    static final int ATTEMPTS_MAX = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Auctioneer.class);

    private final Surroundings around;
    private final Settings settings;
    private final WorkQueue queue;
    private final Recorder recorder;
    private final Timings timings;
    private final RateLimits limits;
    private final Archive archive;
    private SeenPosts seen;
    /** Everything that is decided; the newest batches of it may still be on their way into the log. */
    private Floor floor = new Floor();

    private Instant last = Instant.EPOCH;
    private Optional<Fence> fence = Optional.empty();
    /** Commands that may be in the log although recording them failed; those that are must not be done again. */
    private final List<Batch.Order> uncertain = new ArrayList<>();

    private long own;
    private long foreign;
    private int attempts;
    private boolean ready;
    private boolean troubled;
    private volatile Set<AuctionId> known = Set.of();
    private volatile boolean fenced;
    private volatile boolean open;
    private volatile Health health = Health.down("auction", "The auctioneer is reading the log; wait a moment.");

    Auctioneer(Surroundings around, Settings settings, WorkQueue queue, Counts counts) {
        this.around = around;
        this.settings = settings;
        this.queue = queue;
        this.timings = new Timings();
        this.recorder = new Recorder(around.log(), timings, counts);
        this.limits = new RateLimits(settings);
        this.archive = new Archive(around.snapshots(), settings.snapshotFacts(), around.clock());
        this.seen = new SeenPosts(around.log(), SeenPosts.MEMORY_MAX);
    }

    /** From now on batches are recorded and snapshots written on threads of their own; before the first step. */
    void start() {
        recorder.start(queue::nudge);
        archive.start();
    }

    /** Batches are recorded by {@link #recordNext}, so that a simulation says when; before the first step. */
    void startByHand() {
        recorder.startByHand();
    }

    /** Records the oldest batch that waits for it; false when none does. */
    boolean recordNext() {
        return recorder.recordNext();
    }

    /** Whether everything that was decided is in the log and known to be. */
    boolean isIdle() {
        return recorder.isIdle();
    }

    Health health() {
        return health;
    }

    Timings timings() {
        return timings;
    }

    /** Whether posts are taken at all: from the first reading of the log until another owner takes over. */
    boolean isOpen() {
        return open && !fenced;
    }

    boolean isFenced() {
        return fenced;
    }

    /** Whether works are decided one by one, in order of arrival, until one is recorded again. */
    boolean isTroubled() {
        return troubled;
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
     * @throws EventLogException when the log could not be read or written; what was decided waits to be decided again, step later
     */
    Instant step() {
        if (fenced) {
            return Instant.MAX;
        }
        try {
            recorder.awaitRoom();
            fetch();
            if (!ready) {
                recover();
            }
            takeFacts();
            if (archive.isDue()) {
                snapshot();
            }
            sit();
            fetch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Instant.MAX;
        }
        return queue.hasWorks() ? Instant.MIN : Timekeeper.due(floor);
    }

    private void sit() throws InterruptedException {
        Batch batch = new Batch(floor.draft(), last);
        // After a failure one by one, so that a post that cannot be recorded holds up nobody but itself.
        int worksMax = troubled ? 1 : settings.batchSize();
        long begin = System.nanoTime();
        try {
            new Sitting(around, queue, seen, limits, batch).hold(worksMax);
        } catch (Undecidable e) {
            undecided(batch, e);
        }
        if (batch.isEmpty()) {
            if (troubled && recorder.isIdle()) {
                well();
            }
            return;
        }
        timings.decided(System.nanoTime() - begin);
        if (!batch.works().isEmpty()) {
            Instant oldest = batch.works().get(0).arrived();
            timings.waited(Duration.between(oldest, around.clock().instant()).toNanos());
        }
        floor = batch.floor();
        last = batch.last();
        noteLots(batch);
        recorder.submit(batch, fence);
        if (troubled) {
            recorder.awaitIdle();
        }
    }

    /** The work that could not be decided fails alone; what was taken with it is decided again. */
    private void undecided(Batch batch, Undecidable failure) {
        Throwable cause = failure.getCause();
        List<Work> others = new ArrayList<>(batch.works());
        if (cause instanceof EventLogException) {
            down(cause);
        } else {
            others.remove(failure.work());
            failure.work().done().completeExceptionally(cause);
        }
        dropped(batch);
        queue.putBack(others);
        limits.careful();
        rethrow(cause);
    }

    private void dropped(Batch batch) {
        seen.remove(batch.posts());
    }

    /** Takes what the recorder has finished. */
    private void fetch() throws InterruptedException {
        for (Done done = recorder.finished(); done != null; done = recorder.finished()) {
            if (done.failure().isPresent()) {
                failed(done.batch(), done.failure().get());
                rethrow(done.failure().get());
            }
            recorded(done);
        }
    }

    private void recorded(Done done) {
        if (done.batch().facts().isEmpty()) {
            return;
        }
        own = done.position();
        attempts = 0;
        Story.tell(done.batch().facts());
        archive.recorded(done.batch().facts());
        well();
    }

    /** The state as it is in the log: nothing may be under way. */
    private void snapshot() throws InterruptedException {
        recorder.awaitIdle();
        fetch();
        archive.keep(new Snapshot(floor.state(), seen.memory(), new Snapshot.Place(own, foreign, last)));
    }

    /** Whether the batch was recorded is not known; the next step looks before it decides anything. */
    private void failed(Batch batch, Throwable failure) throws InterruptedException {
        recorder.awaitIdle();
        List<Batch> lost = new ArrayList<>(List.of(batch));
        lost.addAll(recorder.takeBack());
        List<Work> works = new ArrayList<>();
        for (Batch one : lost) {
            works.addAll(one.works());
            uncertain.addAll(one.orders());
            dropped(one);
        }
        fenced = failure instanceof FencedException;
        // The draft is part of the floor by now, so the floor is read again.
        ready = false;
        limits.careful();
        if (fenced) {
            works.forEach(work -> work.done().completeExceptionally(failure));
            queue.shut();
        } else if (works.size() == 1 && ++attempts >= ATTEMPTS_MAX) {
            attempts = 0;
            works.get(0).done().completeExceptionally(failure);
        } else {
            queue.putBack(works);
        }
        down(failure);
    }

    private void down(Throwable failure) {
        troubled = true;
        String message = fenced
                ? "Another auctioneer took over, this one has stopped; restart the one that shall run."
                : "The log takes nothing, so no bid counts and " + queue.size() + " posts wait; it is tried again: "
                        + failure.getMessage();
        health = Health.down("auction", message);
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** Takes ownership, once, and rebuilds the state from the newest snapshot and the log behind it. */
    private void recover() {
        long begin = System.nanoTime();
        try {
            if (fence.isEmpty()) {
                fence = Optional.of(around.log().claim(FENCE));
            }
            Optional<Snapshot> snapshot = archive.newest();
            Snapshot.Place from = snapshot.map(Snapshot::place).orElse(Snapshot.Place.START);
            floor = snapshot.map(kept -> Floor.of(kept.floor())).orElseGet(Floor::new);
            seen = new SeenPosts(around.log(), SeenPosts.MEMORY_MAX);
            snapshot.ifPresent(kept -> seen.remember(kept.seen()));
            last = from.last();
            own = from.own();
            foreign = from.foreign();
            read(Math.min(own, foreign));
        } catch (EventLogException e) {
            down(e);
            throw e;
        }
        ready = true;
        uncertain.clear();
        queue.notBefore(last);
        known = floor.published();
        if (!open) {
            LOG.info(
                    "auctioneer ready at position {} with {} open lots after {} ms",
                    own,
                    floor.openLots().size(),
                    (System.nanoTime() - begin) / 1_000_000);
            open = true;
            well();
        }
    }

    private void read(long after) {
        long position = after;
        List<Recorded> page = around.log().read(position, EventLog.READ_MAX);
        while (!page.isEmpty()) {
            for (Recorded recorded : page) {
                apply(recorded);
                position = recorded.position();
            }
            page = around.log().read(position, EventLog.READ_MAX);
        }
        archive.read(position - after);
        own = Math.max(own, position);
        foreign = Math.max(foreign, position);
    }

    private void apply(Recorded recorded) {
        if (!(recorded.event() instanceof AuctionEvent)) {
            if (recorded.position() > foreign) {
                floor.apply(recorded.fact());
            }
        } else if (recorded.position() > own) {
            floor.apply(recorded.fact());
            seen.add(recorded.event());
            for (Batch.Order order : uncertain) {
                if (order.first().equals(recorded.fact())) {
                    order.release().run();
                }
            }
            if (recorded.fact().at().isAfter(last)) {
                last = recorded.fact().at();
            }
        }
    }

    /** Wallets, escrow movements and answers of others; each is taken once, in log order, when nothing is under way. */
    private void takeFacts() throws InterruptedException {
        long heard = queue.heard();
        if (queue.hasFacts()) {
            recorder.awaitIdle();
            fetch();
            for (Recorded recorded : queue.facts()) {
                if (recorded.position() > foreign) {
                    floor.apply(recorded.fact());
                    foreign = recorded.position();
                }
            }
        }
        foreign = Math.max(foreign, heard);
    }

    private void well() {
        troubled = false;
        health = Health.well("auction", floor.openLots().size() + " lots open." + limits.hint());
    }

    /** Before anybody is told that they were published. */
    private void noteLots(Batch batch) {
        for (NewEvent fact : batch.facts()) {
            if (fact.event() instanceof SessionPlanned) {
                known = floor.published();
                return;
            }
        }
    }

    /** Fails everybody who still waits, at the end of the process. */
    void abandon() {
        open = false;
        recorder.close();
        archive.close();
        if (!fenced) {
            health =
                    Health.down("auction", "The auctioneer has stopped, no post is taken; restart the auction bundle.");
        }
        queue.shut();
        IllegalStateException stopped = new IllegalStateException("the auctioneer has stopped");
        for (List<Work> rest = queue.take(settings.batchSize(), Instant.MAX);
                !rest.isEmpty();
                rest = queue.take(settings.batchSize(), Instant.MAX)) {
            rest.forEach(work -> work.done().completeExceptionally(stopped));
        }
        for (Batch batch : recorder.takeBack()) {
            batch.works().forEach(work -> work.done().completeExceptionally(stopped));
        }
    }
}
