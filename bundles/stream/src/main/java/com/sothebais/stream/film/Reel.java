package com.sothebais.stream.film;

import com.sothebais.stream.print.Print;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A film that plays. A thread of its own decodes a few pictures ahead of the time it is asked for; who asks never waits, and gets the
 * picture before while there is no newer one. When it falls far behind it goes on more slowly. Thread-safe.
 */
public final class Reel implements AutoCloseable {
    /** Pictures decoded ahead. */
    static final int AHEAD = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Reel.class);
    private static final long MICROS_A_MILLI = 1_000;

    /** A film with as many pictures a second as the stream has one in each frame, however their times are rounded. */
    private static final long EARLY_MICROS = 10_000;

    /** Further behind than this it does not try to catch up. */
    private static final long BEHIND_MAX_MICROS = 1_000_000;

    /** Not asked for so long, it stood still in between. */
    private static final long PAUSE_MILLIS = 500;

    /** A picture is given out this often even when all of them come late. */
    private static final long SHOWN_MILLIS = 250;

    private final String name;
    private final Footage footage;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<Shot> ahead = new ArrayDeque<>();
    private Shot shown;
    private Shot before;
    private long beganMicros = Long.MIN_VALUE;
    private long askedMillis;
    private Optional<String> trouble = Optional.empty();
    private boolean over;
    private boolean closed;

    /**
     * Plays on from the first pictures.
     *
     * @param name for messages
     * @param footage closed by the reel
     * @param first what it gave so far, at least one
     */
    public Reel(String name, Footage footage, List<Shot> first) {
        this.name = name;
        this.footage = footage;
        this.shown = first.get(0);
        this.before = shown;
        ahead.addAll(first.subList(1, first.size()));
        thread = new Thread(this::run, "sothebais-film");
        thread.setDaemon(true);
        thread.start();
    }

    /** Which picture is due, 1 or more. @param millis time of the stream, which goes on */
    public long at(long millis) {
        lock.lock();
        try {
            if (beganMicros == Long.MIN_VALUE || Math.abs(millis - askedMillis) > PAUSE_MILLIS) {
                beganMicros = millis * MICROS_A_MILLI - shown.dueMicros();
            }
            askedMillis = millis;
            long now = now();
            while (!ahead.isEmpty() && ahead.peek().dueMicros() <= now + EARLY_MICROS) {
                before = shown;
                shown = ahead.poll();
                room.signal();
            }
            return shown.number();
        } finally {
            lock.unlock();
        }
    }

    private long now() {
        return askedMillis * MICROS_A_MILLI - beganMicros;
    }

    /** The picture of a number, the newest one when that is gone. */
    public Print picture(long number) {
        lock.lock();
        try {
            return (before.number() == number ? before : shown).print();
        } finally {
            lock.unlock();
        }
    }

    /** Why it stands still; empty while it plays. */
    public Optional<String> trouble() {
        lock.lock();
        try {
            return trouble;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of it; the thread ends with the picture that it decodes. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            room.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try (footage) {
            long givenNanos = System.nanoTime();
            while (awaitRoom()) {
                boolean must = System.nanoTime() - givenNanos > SHOWN_MILLIS * 1_000_000;
                Optional<Shot> shot = footage.next(must ? Long.MIN_VALUE : wantedFrom());
                if (shot.isPresent()) {
                    givenNanos = System.nanoTime();
                    add(shot.get());
                } else if (!footage.rewind()) {
                    finish();
                    return;
                }
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.warn("the film {} stands still: {}", name, e.getMessage());
            stop(e);
        }
    }

    private void finish() {
        lock.lock();
        try {
            over = true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether its last picture is decoded and stays, so that it costs nothing more. */
    public boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    private void stop(Throwable why) {
        lock.lock();
        try {
            trouble = Optional.of("it stands still: " + why.getMessage());
            over = true;
        } finally {
            lock.unlock();
        }
    }

    /** @return false when it was closed */
    private boolean awaitRoom() {
        lock.lock();
        try {
            while (ahead.size() >= AHEAD && !closed) {
                room.awaitUninterruptibly();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** The time of the oldest picture that is still worth showing. */
    private long wantedFrom() {
        lock.lock();
        try {
            return beganMicros == Long.MIN_VALUE || !ahead.isEmpty() ? Long.MIN_VALUE : now();
        } finally {
            lock.unlock();
        }
    }

    private void add(Shot shot) {
        lock.lock();
        try {
            ahead.add(shot);
            if (beganMicros != Long.MIN_VALUE && now() - shot.dueMicros() > BEHIND_MAX_MICROS) {
                beganMicros = askedMillis * MICROS_A_MILLI - shot.dueMicros();
            }
        } finally {
            lock.unlock();
        }
    }
}
