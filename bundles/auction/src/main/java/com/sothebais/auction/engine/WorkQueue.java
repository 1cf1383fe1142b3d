package com.sothebais.auction.engine;

import com.sothebais.api.event.Recorded;
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

/** What waits for the writer: posts and commands, refused when there are too many, and facts of others, for which the log waits. */
final class WorkQueue {

    /** Most facts of other parts that wait; the dispatcher's thread is held when there are more. */
    static final int FACTS_MAX = 10_000;

    private final int capacity;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private final Deque<Work> works = new ArrayDeque<>();
    private final Deque<Recorded> facts = new ArrayDeque<>();
    private boolean woken;

    WorkQueue(int capacity, InstantSource clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    /** Stamps the arrival and enqueues in one step, so that the order is the order of arrival. False when full. */
    boolean offer(Function<Instant, Work> work) {
        lock.lock();
        try {
            if (works.size() >= capacity) {
                return false;
            }
            works.add(work.apply(clock.instant()));
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void put(Recorded fact) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (facts.size() >= FACTS_MAX) {
                emptied.await();
            }
            facts.add(fact);
            filled.signal();
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

    List<Work> works(int limit) {
        lock.lock();
        try {
            List<Work> batch = new ArrayList<>();
            while (batch.size() < limit && !works.isEmpty()) {
                batch.add(works.poll());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    boolean hasWorks() {
        lock.lock();
        try {
            return !works.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work until the instant, at most {@code limit}: the clock may be moved while we wait. */
    void await(Instant until, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Instant now = clock.instant();
            Duration left = until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
            long nanos = (left.compareTo(limit) > 0 ? limit : left).toNanos();
            while (works.isEmpty() && facts.isEmpty() && !woken && nanos > 0) {
                nanos = filled.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting, now and later. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
