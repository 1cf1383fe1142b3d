package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.Dispatcher.Progress;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The place of one subscriber in the log and how it moves on. Used by one thread, asked for progress by any. */
interface Reader {

    /** Most facts taken between two looks at anything else. */
    int BATCH_MAX = 500;

    /** Longest sleep of a reader that has nothing to do. */
    Duration IDLE = Duration.ofSeconds(1);

    /**
     * Takes what is there, up to a batch.
     *
     * @param stopping asked between two facts
     * @return how long to wait for more; zero to go on at once
     */
    Duration step(BooleanSupplier stopping);

    /** Somebody changed the tables: look at them before the next step. Thread-safe. */
    void reload();

    Progress progress();

    /** Streams that wait for a person. */
    int deadLetters();
}
