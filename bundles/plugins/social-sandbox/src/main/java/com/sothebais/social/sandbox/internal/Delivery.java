package com.sothebais.social.sandbox.internal;

import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Inbox.Receipt;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.SocialException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands posts to the inbox in time order, at least once, from a thread of its own. New posts go over from memory at once; the
 * database is read only to catch up: after a start, after an overflow of the queue, and after a post that could not be recorded.
 * The durable cursor moves behind posts whose effect is recorded, and only then.
 */
final class Delivery implements AutoCloseable {
    static final int QUEUE_MAX = 4_096;
    static final int REDELIVERIES_MAX = 1_000;
    static final int IN_FLIGHT_MAX = 1_000;
    private static final int PAGE = 500;
    private static final Duration IDLE_WAIT = Duration.ofMillis(200);
    private static final Duration BACKOFF_LEAST = Duration.ofMillis(5);
    private static final Duration BACKOFF_MOST = Duration.ofSeconds(1);
    private static final Duration CURSOR_EVERY = Duration.ofMillis(200);
    /** After this long without a word the post is delivered again: its taker may have gone. */
    private static final Duration RECORDED_WAIT = Duration.ofSeconds(30);

    private static final Duration STOP_WAIT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** A post that the inbox took and whose effect is not known to be durable yet. */
    private static final class InFlight {
        private final long sequence;
        private final PostId post;
        private final long since = System.nanoTime();
        private boolean done;
        private boolean failed;

        InFlight(Stored stored) {
            sequence = stored.sequence();
            post = stored.post().id();
        }
    }

    private final PostStore store;
    private final Thread thread;
    /** New posts in memory; empty while behind. */
    private final Deque<Stored> fresh = new ArrayDeque<>();
    /** Posts read from the database while behind. */
    private final Deque<Stored> page = new ArrayDeque<>();

    private final Deque<Stored> again = new ArrayDeque<>();
    private final Deque<InFlight> inFlight = new ArrayDeque<>();
    private Optional<Inbox> inbox = Optional.empty();
    private boolean behind = true;
    private boolean held;
    private boolean closed;
    /** Writes whose outcome was not known when they ended; the first is whatever an earlier process was about to write. */
    private long doubts = 1;

    private long doubtsSettled;
    private final Failures failures = new Failures();
    private long newest;
    private long handed;
    private long confirmed;
    private long saved;
    private long savedAt = System.nanoTime();
    private Duration backoff = BACKOFF_LEAST;
    private volatile boolean failing;

    Delivery(PostStore store) {
        this.store = store;
        this.saved = store.cursor();
        this.confirmed = saved;
        this.handed = saved;
        this.thread = new Thread(this::run, "sothebais-sandbox-delivery");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a new post that is in the database already; called in order of sequence. */
    synchronized void offer(Stored stored) {
        newest = stored.sequence();
        if (!behind && fresh.size() < QUEUE_MAX) {
            fresh.add(stored);
        } else if (!behind) {
            reread();
        }
        notifyAll();
    }

    /**
     * A write failed and may have happened all the same, now or in a moment: nothing behind it is delivered before the database
     * has decided, because a cursor that once passed it would never come back. Called before the next write begins.
     */
    synchronized void doubt() {
        doubts++;
        reread();
    }

    /** Looks into the database for posts that were not offered. */
    private void reread() {
        fresh.clear();
        behind = true;
        notifyAll();
    }

    /** Delivers the post once more, behind its first delivery. */
    synchronized void again(Stored stored) {
        if (again.size() >= REDELIVERIES_MAX) {
            throw new SocialException("more than " + REDELIVERIES_MAX + " redeliveries are waiting", true, null);
        }
        again.add(stored);
        notifyAll();
    }

    /** A new inbox has not seen what the one before took without recording it, so delivery goes back to the cursor. */
    synchronized void connect(Inbox newInbox) {
        inbox = Optional.of(newInbox);
        rewind();
        notifyAll();
    }

    synchronized void disconnect(Inbox oldInbox) {
        if (inbox.filter(current -> current == oldInbox).isPresent()) {
            inbox = Optional.empty();
        }
    }

    /** Whether the last attempt failed, for health. */
    boolean isFailing() {
        return failing;
    }

    synchronized boolean connected() {
        return inbox.isPresent();
    }

    /** Posts that were passed over because nobody will ever record them. */
    int hopeless() {
        return failures.hopeless();
    }

    /** Posts that were taken and are not recorded yet, and posts that wait in memory. */
    synchronized int waiting() {
        return inFlight.size() + fresh.size() + page.size();
    }

    /** Holds deliveries back while true. */
    synchronized void hold(boolean hold) {
        held = hold;
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(STOP_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosed()) {
            try {
                step();
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                if (!failing) {
                    LOG.warn("sandbox delivery waits for its database or inbox: {}", e.toString());
                }
                failing = true;
                LOG.debug("sandbox delivery failed", e);
                backOff();
            }
        }
        settle(true);
    }

    private void step() throws InterruptedException {
        settle(false);
        catchUp();
        Optional<Stored> next;
        Inbox to;
        boolean repeated;
        synchronized (this) {
            if (closed || held || inbox.isEmpty() || inFlight.size() >= IN_FLIGHT_MAX) {
                pause(IDLE_WAIT);
                return;
            }
            to = inbox.get();
            repeated =
                    !again.isEmpty() && (!again.peek().routed() || again.peek().sequence() <= handed);
            next = repeated ? Optional.of(again.peek()) : nextInOrder();
            if (next.isEmpty()) {
                if (!behind) {
                    pause(IDLE_WAIT);
                }
                return;
            }
        }
        // Outside the monitor: the receipt may complete at once, on any thread.
        Receipt receipt = to.receive(next.get().post());
        if (receipt instanceof Receipt.Taken taken) {
            taken(next.get(), repeated, to, taken);
        } else {
            backOff();
        }
    }

    private Optional<Stored> nextInOrder() {
        dropHanded(page);
        dropHanded(fresh);
        return Optional.ofNullable(page.isEmpty() ? fresh.peek() : page.peek());
    }

    private void dropHanded(Deque<Stored> posts) {
        while (!posts.isEmpty() && posts.peek().sequence() <= handed) {
            posts.poll();
        }
    }

    private void taken(Stored stored, boolean repeated, Inbox by, Receipt.Taken taken) {
        InFlight flight = new InFlight(stored);
        synchronized (this) {
            backoff = BACKOFF_LEAST;
            if (repeated) {
                again.remove(stored);
                return;
            }
            if (inbox.filter(current -> current == by).isEmpty()) {
                return;
            }
            handed = stored.sequence();
            inFlight.add(flight);
        }
        taken.recorded().whenComplete((nothing, failure) -> {
            synchronized (this) {
                flight.done = failure == null || failures.isFinal(flight.sequence, flight.post, failure);
                flight.failed = !flight.done;
                notifyAll();
            }
        });
    }

    /** Moves the cursor over what is recorded, and goes back to it when something was not. */
    private void settle(boolean last) {
        long cursor;
        boolean failed;
        synchronized (this) {
            while (!inFlight.isEmpty() && inFlight.peek().done) {
                confirmed = Math.max(confirmed, inFlight.poll().sequence);
            }
            failures.forgetUpTo(confirmed);
            failed = inFlight.stream().anyMatch(flight -> flight.failed) || isOverdue();
            if (failed) {
                rewind();
            }
            cursor = confirmed;
        }
        boolean due = last || System.nanoTime() - savedAt >= CURSOR_EVERY.toNanos();
        if (cursor > saved && due) {
            store.moveCursor(cursor);
            saved = cursor;
            savedAt = System.nanoTime();
        }
        if (failed && !last) {
            LOG.debug("posts behind {} were not recorded and are delivered again", cursor);
            backOff();
        }
    }

    private boolean isOverdue() {
        return !inFlight.isEmpty() && System.nanoTime() - inFlight.peek().since > RECORDED_WAIT.toNanos();
    }

    private void rewind() {
        handed = confirmed;
        behind = true;
        fresh.clear();
        page.clear();
        inFlight.clear();
    }

    /** Reads the next page while behind, and goes over to memory once nothing newer is in the database. */
    private void catchUp() {
        long from;
        long doubtful;
        boolean settled;
        synchronized (this) {
            dropHanded(page);
            if (!behind || !page.isEmpty() || held || inbox.isEmpty()) {
                return;
            }
            from = handed;
            doubtful = doubts;
            settled = doubtsSettled == doubts;
        }
        if (!settled) {
            store.awaitWriters();
        }
        List<Stored> read = store.routedAfter(from, PAGE);
        synchronized (this) {
            if (handed != from || doubts != doubtful) {
                return;
            }
            doubtsSettled = doubtful;
            page.addAll(read);
            if (read.isEmpty() && newest <= handed) {
                behind = false;
            }
        }
    }

    private void backOff() {
        synchronized (this) {
            long until = System.nanoTime() + backoff.toNanos();
            Duration doubled = backoff.multipliedBy(2);
            backoff = doubled.compareTo(BACKOFF_MOST) > 0 ? BACKOFF_MOST : doubled;
            try {
                // New posts notify this monitor; they must not cut the pause short.
                for (long left = until - System.nanoTime(); left > 0 && !closed; left = until - System.nanoTime()) {
                    pause(Duration.ofNanos(left));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void pause(Duration length) throws InterruptedException {
        wait(Math.max(1, length.toMillis()));
    }
}
