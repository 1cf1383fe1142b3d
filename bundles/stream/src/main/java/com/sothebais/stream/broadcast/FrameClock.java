package com.sothebais.stream.broadcast;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one ticker of the stream: a frame each period of the monotonic clock. A late frame is still encoded, with the picture before
 * it; only after a standstill, as of a suspended machine, frames are left out.
 */
public final class FrameClock implements AutoCloseable {

    /** Later than this and frames are left out instead of made up for. */
    static final long STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final Logger LOG = LoggerFactory.getLogger(FrameClock.class);

    /** With less time left the tick itself draws what has happened. */
    private static final long AHEAD_NANOS_LEAST = TimeUnit.MILLISECONDS.toNanos(2);

    private static final long FAULT_PAUSE_MILLIS = 200;
    private static final long CLOSE_MILLIS = 5_000;

    private final Broadcast broadcast;
    private final long periodNanos;
    private final Thread thread;
    private volatile boolean stopped;

    public FrameClock(Broadcast broadcast, int fps) {
        this.broadcast = broadcast;
        this.periodNanos = TimeUnit.SECONDS.toNanos(1) / fps;
        this.thread = new Thread(() -> run(fps), "sothebais-frame-clock");
        this.thread.setDaemon(true);
        this.thread.setPriority(Thread.MAX_PRIORITY);
    }

    public void start() {
        broadcast.onNews(() -> LockSupport.unpark(thread));
        thread.start();
    }

    private void run(int fps) {
        long start = System.nanoTime();
        long frame = 0;
        while (!stopped) {
            // From the start and not from the frame before, so that rounding never adds up.
            long due = start + frame * TimeUnit.SECONDS.toNanos(1) / fps;
            park(due);
            long late = System.nanoTime() - due;
            if (late > STANDSTILL_NANOS) {
                long lost = late / periodNanos;
                LOG.warn("the frame clock stood still for {} ms, {} frames are left out", late / 1_000_000, lost);
                broadcast.skip(lost);
                frame += lost;
                continue;
            }
            tick(late);
            frame++;
        }
    }

    private void tick(long late) {
        try {
            // A quarter of the period is left for the encoder.
            broadcast.frame(late < periodNanos, periodNanos / 4 * 3);
        } catch (RuntimeException | OutOfMemoryError e) {
            // A plugin that eats all memory is let go of; the ticker must still be there then.
            LOG.error("a frame failed", e);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FAULT_PAUSE_MILLIS));
        }
    }

    /** Waits for the next tick; what happens meanwhile wakes it, and is drawn ahead. */
    private void park(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !stopped) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
            if (left > AHEAD_NANOS_LEAST && !stopped) {
                ahead(left);
                left = due - System.nanoTime();
            }
        }
    }

    private void ahead(long nanosLeft) {
        try {
            broadcast.ahead(nanosLeft);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("nothing is drawn ahead", e);
        }
    }

    /** Stops ticking; no frame is made after the return unless the thread hangs in one. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the ticker ended; native memory must not be freed before. */
    public boolean isStopped() {
        return !thread.isAlive();
    }
}
