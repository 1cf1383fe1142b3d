package com.sothebais.social.sandbox.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** The newest posts in memory, for the page and for finding what was just said. Thread-safe, bounded. */
final class Timeline {
    /** Most posts kept; older ones are in the database. */
    static final int KEPT_MAX = 2_000;

    private final Deque<Stored> newestFirst = new ArrayDeque<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    /** @param newest posts newest first, as they were before the start */
    Timeline(List<Stored> newest) {
        newest.stream().limit(KEPT_MAX).forEach(newestFirst::addLast);
    }

    void add(Stored stored) {
        synchronized (this) {
            newestFirst.addFirst(stored);
            if (newestFirst.size() > KEPT_MAX) {
                newestFirst.removeLast();
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** Sequence of the newest post, 0 without any. */
    synchronized long last() {
        return newestFirst.isEmpty() ? 0 : newestFirst.peekFirst().sequence();
    }

    synchronized Optional<Stored> find(long sequence) {
        return newestFirst.stream()
                .filter(stored -> stored.sequence() == sequence)
                .findFirst();
    }

    /** Newest first, at most {@code limit}. */
    synchronized List<Stored> newest(int limit) {
        return newestFirst.stream().limit(limit).toList();
    }

    /** Oldest first, the newest {@code limit} posts behind {@code sequence}. */
    synchronized List<Stored> after(long sequence, int limit) {
        List<Stored> found = new ArrayList<>();
        Iterator<Stored> posts = newestFirst.iterator();
        while (posts.hasNext() && found.size() < limit) {
            Stored stored = posts.next();
            if (stored.sequence() <= sequence) {
                break;
            }
            found.add(0, stored);
        }
        return found;
    }

    /** Calls the listener after every new post, on the thread that posted; it must return at once. */
    void onNew(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
