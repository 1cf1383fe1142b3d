package com.sothebais.web.internal.guard;

import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers the answers to calls with an idempotency key, so that a client that repeats a call after a broken connection gets the
 * first answer and nothing happens twice. Thread-safe; limited in number and age, and forgotten by a restart.
 */
final class Replays {
    static final Duration AGE_MAX = Duration.ofMinutes(10);
    static final int ANSWERS_MAX = 1_000;

    private final InstantSource clock;
    private final Map<Key, Remembered> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Remembered> eldest) {
            return size() > ANSWERS_MAX;
        }
    };

    Replays(InstantSource clock) {
        this.clock = clock;
    }

    /** The same key of another person or for another path is another call. */
    record Key(String person, String path, String key) {}

    /**
     * Acts once for the key. A call that fails is not remembered.
     *
     * @throws Refusal while the first call with the key still runs
     */
    String once(Key key, Supplier<String> act) {
        Remembered earlier = begin(key);
        if (earlier != null) {
            if (earlier.answer == null) {
                throw new Refusal(
                        ErrorCode.CONFLICT,
                        "A call with this Idempotency-Key is still running; repeat it in a second.");
            }
            return earlier.answer;
        }
        String answer = null;
        try {
            answer = act.get();
            return answer;
        } finally {
            end(key, answer);
        }
    }

    private synchronized Remembered begin(Key key) {
        Remembered earlier = answers.get(key);
        if (earlier != null && earlier.since.plus(AGE_MAX).isAfter(clock.instant())) {
            return earlier;
        }
        answers.put(key, new Remembered(clock.instant(), null));
        return null;
    }

    private synchronized void end(Key key, String answer) {
        if (answer == null) {
            answers.remove(key);
        } else {
            answers.put(key, new Remembered(clock.instant(), answer));
        }
    }

    /** @param answer {@code null} while the first call runs */
    private record Remembered(Instant since, String answer) {}
}
