package com.sothebais.event.internal.log;

import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The log in pages of fixed places, for readers that go through much of it. A page never changes once the log is past it, so that
 * readers at the same place share it; two threads read and decode the pages ahead of whoever goes from page to page. Thread-safe.
 */
final class LogPages implements AutoCloseable {
    /** Positions in a page. */
    static final int SIZE = 1_000;

    private static final int THREADS = 2;
    private static final int AHEAD = 3;
    private static final int PAGES_MAX = 8;
    private static final int WAITING_MAX = 64;
    private static final long THREAD_IDLE_SECONDS = 5;
    private static final Duration PAGE_IDLE = Duration.ofSeconds(10);

    private final Loader loader;
    private final ThreadPoolExecutor threads;
    private final Map<Long, CompletableFuture<List<Recorded>>> pages = new LinkedHashMap<>(PAGES_MAX * 2, 0.75f, true);
    private long used = System.nanoTime();

    /** Reads the facts with {@code after < position <= upTo}. */
    @FunctionalInterface
    interface Loader {
        List<Recorded> load(long after, long upTo);
    }

    LogPages(Loader loader) {
        this.loader = loader;
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                THREAD_IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                work -> {
                    Thread thread = new Thread(work, "sothebais-log-page-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                // Busy or closed: whoever wants the page reads it.
                (work, pool) -> work.run());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Facts after {@code after} as far as there are whole pages, at most {@code limit}.
     *
     * @param known the log is at least there
     */
    List<Recorded> read(long after, int limit, long known) {
        List<Recorded> found = List.of();
        long position = after;
        while (found.size() < limit && isWhole(position / SIZE, known)) {
            List<Recorded> page = page(position / SIZE, known);
            int from = index(page, position);
            List<Recorded> part = page.subList(from, Math.min(page.size(), from + limit - found.size()));
            position = from + part.size() == page.size() ? (position / SIZE + 1) * SIZE : position + part.size();
            found = joined(found, part, limit);
        }
        return found;
    }

    /** Forgets the pages when nobody has read any for a while. */
    synchronized void forgetIdle() {
        if (!pages.isEmpty() && System.nanoTime() - used > PAGE_IDLE.toNanos()) {
            pages.clear();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** The page starts behind position {@code number * SIZE}. */
    private static boolean isWhole(long number, long known) {
        return (number + 1) * SIZE <= known;
    }

    private List<Recorded> page(long number, long known) {
        List<Runnable> loads = new ArrayList<>();
        CompletableFuture<List<Recorded>> page = wanted(number, known, loads);
        loads.forEach(threads::execute);
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof EventLogException trouble
                    ? new EventLogException(trouble.getMessage(), trouble)
                    : e;
        }
    }

    private synchronized CompletableFuture<List<Recorded>> wanted(long number, long known, List<Runnable> loads) {
        used = System.nanoTime();
        boolean onTheWay = number == 0 || pages.containsKey(number - 1);
        CompletableFuture<List<Recorded>> page = begun(number, loads);
        for (long next = number + 1; onTheWay && next <= number + AHEAD && isWhole(next, known); next++) {
            begun(next, loads);
        }
        var oldest = pages.keySet().iterator();
        while (pages.size() > PAGES_MAX) {
            oldest.next();
            oldest.remove();
        }
        return page;
    }

    private CompletableFuture<List<Recorded>> begun(long number, List<Runnable> loads) {
        CompletableFuture<List<Recorded>> there = pages.get(number);
        if (there != null) {
            return there;
        }
        CompletableFuture<List<Recorded>> page = new CompletableFuture<>();
        pages.put(number, page);
        loads.add(() -> load(number, page));
        return page;
    }

    private void load(long number, CompletableFuture<List<Recorded>> page) {
        try {
            page.complete(loader.load(number * SIZE, (number + 1) * SIZE));
        } catch (RuntimeException | Error e) {
            forget(number, page);
            page.completeExceptionally(e);
        }
    }

    /** So that the next who wants it tries again. */
    private synchronized void forget(long number, CompletableFuture<List<Recorded>> page) {
        pages.remove(number, page);
    }

    /** Index of the first fact after the position. Positions have no gaps as a rule, so the guess is nearly always right. */
    private static int index(List<Recorded> page, long after) {
        int guess = (int) (after % SIZE);
        if (guess == 0 || guess < page.size() && page.get(guess - 1).position() == after) {
            return guess;
        }
        int index = 0;
        while (index < page.size() && page.get(index).position() <= after) {
            index++;
        }
        return index;
    }

    private static List<Recorded> joined(List<Recorded> found, List<Recorded> part, int limit) {
        if (found.isEmpty()) {
            return part.size() == limit ? List.copyOf(part) : new ArrayList<>(part);
        }
        found.addAll(part);
        return found;
    }
}
