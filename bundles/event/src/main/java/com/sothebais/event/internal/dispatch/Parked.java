package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.StreamId;
import java.time.Instant;

/**
 * A stream that a reactor could not go on with. Only positions are kept; the facts are read again from the log.
 *
 * @param taken facts of the stream up to here are done
 * @param failing position of the fact that failed last
 * @param retryAt when to try again; without meaning when {@code dead}
 * @param dead whether it waits for a person
 * @param since when it was parked, or given up
 */
record Parked(
        StreamId stream,
        long taken,
        long failing,
        int attempts,
        String reason,
        Instant retryAt,
        boolean dead,
        Instant since) {

    boolean isDue(Instant now) {
        return !dead && !retryAt.isAfter(now);
    }

    /** More facts of the stream were taken; go on with the next at once. */
    Parked after(long position, Instant now) {
        int attemptsNow = position < failing ? attempts : 0;
        return new Parked(stream, position, failing, attemptsNow, reason, now, false, since);
    }
}
