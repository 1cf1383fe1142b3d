package com.sothebais.stream.output;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bounded queue that gives up whole groups of pictures: it begins with an item that a decoder can start at, and when it is full
 * it loses what it holds and everything up to the next such item. One thread offers, one takes; reading is for any.
 */
final class GroupQueue<T> {
    private final BlockingQueue<T> items;
    private final int max;
    private final AtomicLong dropped = new AtomicLong();
    // Written by the thread that takes, read by the one that offers.
    private volatile boolean fresh;
    private boolean awaitsStart = true;
    private boolean overflowed;

    GroupQueue(int max) {
        this.max = max;
        this.items = new ArrayBlockingQueue<>(max);
    }

    /** Never waits. @param start whether a decoder can start here @return whether the item is on its way */
    boolean offer(T item, boolean start) {
        if (fresh) {
            fresh = false;
            awaitsStart = true;
            overflowed = false;
        }
        if (awaitsStart && !start) {
            dropped.addAndGet(overflowed ? 1 : 0);
            return false;
        }
        awaitsStart = false;
        if (items.offer(item)) {
            return true;
        }
        int lost = items.size() + 1;
        items.clear();
        dropped.addAndGet(lost);
        awaitsStart = true;
        overflowed = true;
        return false;
    }

    /** The next item; null when none came in time. */
    T poll(long millis) throws InterruptedException {
        return items.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** For the thread that takes: forgets what waits, and goes on with the next item that a decoder can start at. */
    void restart() {
        items.clear();
        fresh = true;
    }

    int size() {
        return items.size();
    }

    int max() {
        return max;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Items that were lost because the queue was full. */
    long dropped() {
        return dropped.get();
    }
}
