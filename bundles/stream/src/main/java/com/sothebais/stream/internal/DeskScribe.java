package com.sothebais.stream.internal;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.stream.control.DeskNotes;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happens at the desk into the log, in order, on a thread of its own that ends when there is nothing to write: neither
 * the picture nor a director waits for the database. What cannot be recorded happened all the same. Thread-safe.
 */
final class DeskScribe implements DeskNotes, AutoCloseable {
    /** Notes that wait for the log; more are in the platform's own log alone. */
    static final int WAITING_MAX = 256;

    private static final Logger LOG = LoggerFactory.getLogger(DeskScribe.class);
    private static final String SOURCE = "stream";
    private static final String STREAM = "desk";
    private static final long IDLE_SECONDS = 10;
    private static final long CLOSE_SECONDS = 5;

    private final Supplier<Optional<EventLog>> log;
    private final ThreadPoolExecutor thread;

    /** @param log asked each time, because it comes and goes */
    DeskScribe(Supplier<Optional<EventLog>> log) {
        this.log = log;
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), work -> {
                    Thread made = new Thread(work, "sothebais-desk-notes");
                    made.setDaemon(true);
                    return made;
                });
        this.thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public void note(Note note) {
        try {
            thread.execute(() -> write(note));
        } catch (RejectedExecutionException e) {
            LOG.warn("the log does not keep up; it does not know of {}", note.event());
        }
    }

    private void write(Note note) {
        Optional<EventLog> known = log.get();
        if (known.isEmpty()) {
            LOG.warn("the log is away; it does not know of {}", note.event());
            return;
        }
        StreamId stream = new StreamId(note.rehearsal()
                .map(campaign -> STREAM + "/" + campaign.value())
                .orElse(STREAM));
        NewEvent fact = new NewEvent(
                stream,
                note.event(),
                SOURCE,
                note.at().truncatedTo(ChronoUnit.MICROS),
                new CorrelationId(STREAM + "/" + UUID.randomUUID()),
                Optional.empty());
        try {
            known.get().append(Append.of(List.of(fact)));
        } catch (EventLogException e) {
            LOG.warn("the log does not take {}", note.event(), e);
        }
    }

    /** What waits is still written. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
