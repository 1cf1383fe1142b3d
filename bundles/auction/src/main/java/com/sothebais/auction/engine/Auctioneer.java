package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.health.Health;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.engine.Recorder.Done;
import com.sothebais.auction.engine.Sitting.Undecidable;
import com.sothebais.auction.engine.Work.Delivery;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.Timekeeper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
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

    /** Claimed only to wait for an append whose answer was lost. */
    private static final String DOUBT = "auctioneer-doubt";

    private static final Logger LOG = LoggerFactory.getLogger(Auctioneer.class);

    private final Surroundings around;
    private final Settings settings;
    private final WorkQueue queue;
    private final Recorder recorder;
    private final RateLimits limits;
    private final Archive archive;
    private final Knowledge knowledge;
    private final Condition condition = new Condition();
    private Optional<Fence> fence = Optional.empty();
    /** The batch whose append failed, which may be in the log all the same. */
    private Optional<Doubt> doubt = Optional.empty();

    private int attempts;
    private boolean ready;
    private volatile Set<AuctionId> known = Set.of();
    private volatile boolean fenced;
    private volatile boolean open;

    private record Doubt(Batch batch, Throwable failure) {}

    Auctioneer(Surroundings around, Settings settings, WorkQueue queue, Counts counts) {
        this.around = around;
        this.settings = settings;
        this.queue = queue;
        this.recorder = new Recorder(around.log(), counts, System::nanoTime);
        this.limits = new RateLimits(settings);
        this.archive = new Archive(around.snapshots(), settings.snapshotFacts(), around.clock());
        this.knowledge = new Knowledge(around.log());
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

    /** From any thread. */
    Health health() {
        return condition.health(recorder.silence(), queue.size());
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
        return condition.isTroubled();
    }

    Floor floor() {
        return knowledge.floor();
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
            if (archive.isDue(knowledge.position())) {
                snapshot();
            }
            sit();
            fetch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Instant.MAX;
        }
        return queue.hasWorks() ? Instant.MIN : Timekeeper.due(knowledge.floor());
    }

    private void sit() throws InterruptedException {
        Batch batch = new Batch(knowledge.floor().draft(), knowledge.last());
        // After a failure one by one, so that a post that cannot be recorded holds up nobody but itself.
        int worksMax = condition.isTroubled() ? 1 : settings.batchSize();
        try {
            new Sitting(around, queue, knowledge.seen(), limits, batch).hold(worksMax, settings.batchSize());
        } catch (Undecidable e) {
            undecided(batch, e);
            return;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            takeBack(batch);
            down(e);
            queue.putBack(batch.works());
            throw e;
        }
        if (batch.isEmpty()) {
            if (condition.isTroubled() && recorder.isIdle()) {
                well();
            }
            return;
        }
        knowledge.decided(batch);
        noteLots(batch);
        recorder.submit(batch, fence);
        if (condition.isTroubled()) {
            recorder.awaitIdle();
        }
    }

    /**
     * What was taken with it is decided again. The work itself fails alone, for who waits for it; a post that the rules stumble over
     * is refused instead, because its network would deliver it for ever.
     */
    private void undecided(Batch batch, Undecidable undecided) {
        Throwable cause = undecided.getCause();
        Work culprit = undecided.work();
        List<Work> again = new ArrayList<>(batch.works());
        takeBack(batch);
        if (undecided.instead().isPresent()) {
            Delivery stumbling = undecided.instead().get();
            LOG.error(
                    "post {} cannot be judged and is refused", stumbling.post().id(), cause);
            again.set(again.indexOf(culprit), stumbling);
            queue.putBack(again);
            return;
        }
        if (cause instanceof EventLogException) {
            down(cause);
        } else {
            again.remove(culprit);
            culprit.fail(cause);
        }
        queue.putBack(again);
        rethrow(cause);
    }

    /** As if the batch had never been decided. */
    private void takeBack(Batch batch) {
        knowledge.seen().remove(batch.posts());
        Set<PostId> posts = new HashSet<>();
        for (Work work : batch.works()) {
            if (work instanceof Delivery delivery) {
                posts.add(delivery.post().id());
            }
        }
        limits.forget(posts);
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
        if (done.last().isEmpty()) {
            return;
        }
        knowledge.recorded(done.last().get());
        attempts = 0;
        Story.tell(done.batch().facts());
        archive.recorded(done.batch().facts());
        well();
    }

    /** The state as it is in the log: nothing may be under way. */
    private void snapshot() throws InterruptedException {
        recorder.awaitIdle();
        fetch();
        archive.keep(knowledge.snapshot());
    }

    /** Whether the batch was recorded is not known; the next step looks before it decides anything. */
    private void failed(Batch batch, Throwable failure) throws InterruptedException {
        recorder.awaitIdle();
        List<Work> behind = new ArrayList<>();
        for (Batch next : recorder.takeBack()) {
            behind.addAll(next.works());
            takeBack(next);
        }
        fenced = failure instanceof FencedException;
        // The draft is part of the floor by now, so the floor is read again.
        ready = false;
        if (fenced) {
            batch.fail(failure);
            behind.forEach(work -> work.fail(failure));
            queue.shut();
        } else {
            doubt = Optional.of(new Doubt(batch, failure));
            queue.putBack(behind);
        }
        down(failure);
    }

    /** The log was read to its end, behind everything that was under way: the batch is there or will never be. */
    private void settle(Doubt settled, boolean recorded) {
        doubt = Optional.empty();
        Batch batch = settled.batch();
        if (recorded) {
            recorder.release(batch);
            Story.tell(batch.facts());
            return;
        }
        takeBack(batch);
        if (batch.works().size() == 1 && ++attempts >= ATTEMPTS_MAX) {
            attempts = 0;
            batch.fail(settled.failure());
        } else {
            queue.putBack(batch.works());
        }
    }

    private void down(Throwable failure) {
        if (fenced) {
            condition.overtaken();
        } else {
            condition.failed(
                    failure,
                    queue.size() + doubt.map(it -> it.batch().works().size()).orElse(0));
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** Takes ownership, once, and rebuilds the state from the newest snapshot that can be used and the log behind it. */
    private void recover() {
        long begin = System.nanoTime();
        try {
            if (fence.isEmpty()) {
                fence = Optional.of(around.log().claim(FENCE));
            }
            if (doubt.isPresent()) {
                around.log().claim(DOUBT);
            }
            AtomicBoolean met = new AtomicBoolean();
            if (!archive.restore(snapshot -> met.set(knowledge.rebuild(snapshot, inDoubt())))) {
                met.set(knowledge.rebuild(Snapshot.EMPTY, inDoubt()));
            }
            doubt.ifPresent(settled -> settle(settled, met.get()));
        } catch (RuntimeException e) {
            down(e);
            throw e;
        }
        ready = true;
        queue.notBefore(knowledge.last());
        known = knowledge.floor().published();
        if (!open) {
            LOG.info(
                    "auctioneer ready at position {} with {} open lots after {} ms",
                    knowledge.own(),
                    knowledge.floor().openLots().size(),
                    (System.nanoTime() - begin) / 1_000_000);
            open = true;
            well();
        }
    }

    /** Met when the log has all facts of the batch in doubt one behind the other. */
    private Predicate<NewEvent> inDoubt() {
        return doubt.<Predicate<NewEvent>>map(it -> new Passage(it.batch().facts()))
                .orElse(fact -> false);
    }

    /** Wallets, escrow movements and answers of others; each is taken once, in log order, when nothing is under way. */
    private void takeFacts() throws InterruptedException {
        long heard = queue.heard();
        if (queue.hasFacts()) {
            recorder.awaitIdle();
            fetch();
            queue.facts().forEach(knowledge::take);
        }
        knowledge.heard(heard);
    }

    private void well() {
        condition.well(knowledge.floor().openLots().size(), limits.hint());
    }

    /** Before anybody is told that they were published. */
    private void noteLots(Batch batch) {
        for (NewEvent fact : batch.facts()) {
            if (fact.event() instanceof SessionPlanned) {
                known = knowledge.floor().published();
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
            condition.stopped();
        }
        queue.shut();
        IllegalStateException stopped = new IllegalStateException("the auctioneer has stopped");
        for (List<Work> rest = queue.take(settings.batchSize(), Instant.MAX);
                !rest.isEmpty();
                rest = queue.take(settings.batchSize(), Instant.MAX)) {
            rest.forEach(work -> work.fail(stopped));
        }
        recorder.takeBack().forEach(batch -> batch.fail(stopped));
        // What may be in the log or not is failed too: whoever waits asks again, and a post counts once.
        for (Done done = recorder.finished(); done != null; done = recorder.finished()) {
            done.batch().fail(stopped);
        }
        doubt.ifPresent(it -> it.batch().fail(stopped));
    }
}
