package com.sothebais.api.event;

import java.time.Instant;

/**
 * A fact that a reactor could not take after the last attempt. Later facts of the same stream wait behind it, so order holds.
 *
 * @param subscriber who failed
 * @param position where the fact is in the log
 * @param reason the last failure, one line
 * @param attempts how often it was tried
 * @param since when it was given up, UTC
 */
public record DeadLetter(
        String subscriber, long position, StreamId stream, String reason, int attempts, Instant since) {}
