package com.sothebais.asset.fetch;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment by which something must be done. Immutable; does not follow changes of the system's clock. */
public final class Deadline {
    private final long atNanos;

    private Deadline(long atNanos) {
        this.atNanos = atNanos;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** This one, or one that comes sooner. */
    Deadline orIn(Duration time) {
        Deadline other = in(time);
        return other.atNanos - atNanos < 0 ? other : this;
    }

    /** At least 1, because waits take 0 for ever. */
    int leftMillis() {
        long left = TimeUnit.NANOSECONDS.toMillis(atNanos - System.nanoTime());
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, left));
    }

    /** @throws SocketTimeoutException when it has passed */
    void check() throws SocketTimeoutException {
        if (System.nanoTime() - atNanos >= 0) {
            throw new SocketTimeoutException("it took too long");
        }
    }
}
