package com.sothebais.auction.engine;

import com.sothebais.api.event.Recorded;
import com.sothebais.auction.engine.Work.Command;
import com.sothebais.auction.engine.Work.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What waits for the writer: posts, refused when there are too many of them, commands, and facts of others, for which the log waits.
 * Thread-safe; the writer alone takes.
 */
final class WorkQueue {

    /** Most facts of other parts that wait; the dispatcher's thread is held when there are more. */
    static final int FACTS_MAX = 10_000;

    /** Most commands of admins and bidders that wait. */
    static final int COMMANDS_MAX = 100;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private final Lanes lanes;
    private final Deque<Command> commands = new ArrayDeque<>();
    private final Deque<Recorded> facts = new ArrayDeque<>();
    private Instant newest = Instant.MIN;
    private volatile long heard;
    private boolean waiting;
    private boolean nudged;
    private boolean ended;
    private boolean shut;

    WorkQueue(int capacity, InstantSource clock) {
        this.lanes = new Lanes(capacity);
        this.clock = clock;
    }

    /**
     * Stamps the arrival and enqueues in one step, so that the order is the order of arrival, also when the clock is set back. False
     * when there is no room.
     */
    boolean offer(Function<Instant, Work> work) {
        lock.lock();
        try {
            boolean taken = !shut && add(work.apply(now()));
            if (taken) {
                awake();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The time of this process: that of the clock, but it never goes back. Else what arrived before the clock was set back would wait
     * until the clock is there again.
     */
    Instant now() {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (now.isAfter(newest)) {
                newest = now;
            }
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /** Time does not go back behind what is in the log already. */
    void notBefore(Instant instant) {
        lock.lock();
        try {
            if (instant.isAfter(newest)) {
                newest = instant;
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean add(Work work) {
        if (work instanceof Delivery delivery) {
            return lanes.add(delivery, newest);
        }
        return commands.size() < COMMANDS_MAX && commands.add((Command) work);
    }

    /** Waits for room. Facts for a writer that has stopped for good are dropped: nobody will ever take them. */
    void put(Recorded fact) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (facts.size() >= FACTS_MAX && !shut) {
                emptied.await();
            }
            if (!shut) {
                facts.add(fact);
                awake();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Everything up to that position was heard of, whether it was put here or not. */
    void heard(long position) {
        heard = position;
    }

    /** Asked before {@link #facts}, so that nothing up to there is missed. */
    long heard() {
        return heard;
    }

    boolean hasFacts() {
        lock.lock();
        try {
            return !facts.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    List<Recorded> facts() {
        lock.lock();
        try {
            List<Recorded> all = new ArrayList<>(facts);
            facts.clear();
            emptied.signalAll();
            return all;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next works that arrived before the instant: either posts, of every network its share, or one command when it is the
     * oldest. The posts are in order of arrival per network.
     */
    List<Work> take(int limit, Instant before) {
        lock.lock();
        try {
            Command command = commands.peekFirst();
            boolean due = command != null && command.arrived().isBefore(before);
            List<Work> posts = lanes.take(limit, due ? command.arrived() : before);
            if (posts.isEmpty() && due && limit > 0) {
                commands.removeFirst();
                return List.of(command);
            }
            return posts;
        } finally {
            lock.unlock();
        }
    }

    /** Puts back what was taken and could not be recorded, in its place, whatever the limits. */
    void putBack(List<Work> works) {
        lock.lock();
        try {
            List<Work> inOrder = new ArrayList<>(works);
            inOrder.sort((one, other) -> one.arrived().compareTo(other.arrived()));
            for (int i = inOrder.size() - 1; i >= 0; i--) {
                if (inOrder.get(i) instanceof Delivery delivery) {
                    lanes.putBack(delivery);
                } else {
                    commands.addFirst((Command) inOrder.get(i));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    boolean hasWorks() {
        return hasWorksBefore(Instant.MAX);
    }

    boolean hasWorksBefore(Instant instant) {
        lock.lock();
        try {
            Command command = commands.peekFirst();
            return command != null && command.arrived().isBefore(instant) || lanes.hasBefore(instant);
        } finally {
            lock.unlock();
        }
    }

    /** Posts that wait. */
    int size() {
        lock.lock();
        try {
            return lanes.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work until the instant, at most {@code limit}: the clock may be moved while we wait. */
    void await(Instant until, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Instant now = now();
            Duration left = until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
            long nanos = (left.compareTo(limit) > 0 ? limit : left).toNanos();
            waiting = true;
            while (lanes.size() == 0 && commands.isEmpty() && facts.isEmpty() && !nudged && !ended && nanos > 0) {
                nanos = filled.awaitNanos(nanos);
            }
            nudged = false;
        } finally {
            waiting = false;
            lock.unlock();
        }
    }

    /** Ends one waiting, the present or the next: there is something else to look at. */
    void nudge() {
        lock.lock();
        try {
            nudged = true;
            awake();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting, now and later. */
    void wake() {
        lock.lock();
        try {
            ended = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more and holds nobody: the writer has stopped for good. */
    void shut() {
        lock.lock();
        try {
            shut = true;
            facts.clear();
            emptied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Signals only a writer that waits: thousands of posts arrive while it decides. */
    private void awake() {
        if (waiting) {
            filled.signal();
        }
    }
}
