package com.sothebais.web.internal.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Remembers the calls with an idempotency key and their answers, so that a client that repeats a call after a broken connection
 * gets the first answer and nothing happens twice. Thread-safe, also between processes.
 */
public interface Keys {
    /** How long an answer is remembered, from the beginning of its call. */
    Duration KEPT = Duration.ofHours(24);

    /**
     * After this time a call that has not ended counts as dead, and may be repeated with its key. Longer than any call takes; the
     * operation may have happened nevertheless, so what can be called with a key must bear being called again.
     */
    Duration RUNNING_MAX = Duration.ofSeconds(60);

    /** Most answers remembered; the oldest are forgotten first. */
    int ANSWERS_MAX = 100_000;

    /** A longer answer is replayed without its data. */
    int ANSWER_MAX_BYTES = 64 * 1024;

    /**
     * A call with a key. The same key of another person, method or path is another call.
     *
     * @param person who calls
     * @param bodyHash SHA-256 of the body, hexadecimal
     */
    record Use(String person, String method, String path, String key, String bodyHash) {}

    /** What a key says about a call. */
    sealed interface Claim {
        /** The caller is the first and must {@link Keys#finish} or {@link Keys#release}. */
        record First(UUID ticket) implements Claim {}

        /** The first call has not ended. */
        record Running(Instant since) implements Claim {}

        /** The key was used with another body. */
        record OtherBody() implements Claim {}

        /** The first call has ended with this answer. */
        record Done(int status, byte[] answer) implements Claim {}
    }

    Claim claim(Use use);

    /** Remembers the answer of the call that holds the ticket. */
    void finish(UUID ticket, int status, byte[] answer);

    /** Forgets a call that did nothing. */
    void release(UUID ticket);
}
