package com.sothebais.auction.engine;

import com.sothebais.api.social.Account;
import com.sothebais.api.social.Post;
import com.sothebais.auction.engine.Work.Command;
import com.sothebais.auction.engine.Work.Delivery;
import com.sothebais.auction.rules.Priority;
import com.sothebais.auction.rules.Timekeeper;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills one batch: judges what waits in the order of {@link Priority}, and lets the clock move when everything that arrived before
 * the move was judged.
 */
final class Sitting {
    private static final Logger LOG = LoggerFactory.getLogger(Sitting.class);
    private static final Comparator<Work> ARRIVAL = Comparator.comparing(Work::arrived);
    private static final Comparator<Work> JUDGED =
            (one, other) -> Priority.ORDER.compare(((Delivery) one).post(), ((Delivery) other).post());

    private final Surroundings around;
    private final WorkQueue queue;
    private final SeenPosts seen;
    private final Batch batch;
    private final Clerk clerk;
    private final Gavel gavel;
    private final Desk desk;
    private final Map<String, Optional<Account>> hosts = new HashMap<>();

    /** A work that could not be decided; the fault is in it, in the rules or in a plugin, unless the cause is one of the log. */
    static final class Undecidable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Work work;
        private final transient Optional<Delivery> instead;

        Undecidable(Work work, Optional<Delivery> instead, Throwable cause) {
            super(cause);
            this.work = work;
            this.instead = instead;
        }

        Work work() {
            return work;
        }

        /** What can be decided in its place. */
        Optional<Delivery> instead() {
            return instead;
        }
    }

    Sitting(Surroundings around, WorkQueue queue, SeenPosts seen, RateLimits limits, Batch batch) {
        this.around = around;
        this.queue = queue;
        this.seen = seen;
        this.batch = batch;
        Verdicts verdicts = new Verdicts(batch);
        this.clerk = new Clerk(batch, limits, verdicts);
        this.gavel = new Gavel(batch, verdicts);
        this.desk = new Desk(batch, verdicts);
    }

    /**
     * Takes at most so many works.
     *
     * @param among so many at least are put in order of judging first; the others go back, so that the size of a batch changes no verdict
     */
    void hold(int worksMax, int among) {
        gavel.settle(queue.now());
        int taken = 0;
        while (taken < worksMax) {
            Instant due = Timekeeper.due(batch.floor());
            List<Work> works = next(worksMax - taken, among, due);
            if (works.isEmpty() && !move(due)) {
                return;
            }
            taken += works.size();
            judge(works);
        }
    }

    private List<Work> next(int limit, int among, Instant due) {
        List<Work> works = queue.take(Math.max(limit, among), due);
        if (works.size() > 1) {
            works.sort(ARRIVAL);
            works.sort(JUDGED);
        }
        if (works.size() <= limit) {
            return works;
        }
        queue.putBack(works.subList(limit, works.size()));
        return works.subList(0, limit);
    }

    /** The clock is read before the queue: what arrives in between is earlier than the gavel and goes first. */
    private boolean move(Instant due) {
        Instant now = queue.now();
        if (now.isBefore(due)) {
            return false;
        }
        if (queue.hasWorksBefore(due)) {
            return true;
        }
        boolean moved = gavel.move(now);
        gavel.settle(now);
        return moved;
    }

    private void judge(List<Work> works) {
        // Also what fails belongs to the batch, so that nothing that was taken can be lost.
        works.forEach(batch::take);
        for (Work work : works) {
            try {
                take(work);
            } catch (Undecidable e) {
                throw e;
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                throw new Undecidable(work, Optional.empty(), e);
            }
        }
    }

    private void take(Work work) {
        if (work.done().isDone()) {
            // Whoever asked has given up.
            return;
        }
        if (work instanceof Delivery delivery) {
            take(delivery);
        } else {
            desk.take((Command) work);
        }
    }

    private void take(Delivery delivery) {
        Post post = delivery.post();
        if (!Recordable.canIdentify(post)) {
            batch.refuses(delivery.done(), new IllegalArgumentException("post has an id that cannot be stored"));
        } else if (seen.contains(post)) {
            batch.countDuplicate();
            batch.awaits(delivery.done());
        } else {
            Optional<Account> host = host(post.id().network());
            if (host.isEmpty()) {
                String text = "the network of post " + post.id() + " is not there, so its host account is unknown";
                batch.refuses(delivery.done(), new IllegalStateException(text));
                return;
            }
            int before = batch.facts().size();
            decide(delivery, host.get());
            if (batch.facts().size() > before) {
                seen.add(batch.facts().get(before).event());
            }
            batch.took(post.id());
            batch.awaits(delivery.done());
        }
    }

    /** A post that the rules stumble over has changed the draft halfway; it is refused on a new one. */
    private void decide(Delivery delivery, Account host) {
        if (delivery.stumbling()) {
            clerk.refuse(delivery.post(), delivery.arrived());
            return;
        }
        try {
            clerk.take(delivery.post(), host, delivery.arrived());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new Undecidable(delivery, Optional.of(delivery.asStumbling()), e);
        }
    }

    private Optional<Account> host(String network) {
        Optional<Account> known = hosts.get(network);
        if (known == null) {
            try {
                known = around.hosts().apply(network);
            } catch (RuntimeException | LinkageError e) {
                // A plugin that lost a class under way must not hold up the others.
                LOG.error("network {} does not say which account is the host's", network, e);
                known = Optional.empty();
            }
            hosts.put(network, known);
        }
        return known;
    }
}
