package com.sothebais.stream.internal;

import com.sothebais.api.event.StreamId;
import com.sothebais.stream.control.DeskNotes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    private static final String STREAM = "desk";
    private static final long IDLE_SECONDS = 10;
    private static final long CLOSE_SECONDS = 5;

    private final LogNotes log;
    private final ThreadPoolExecutor thread;

    DeskScribe(LogNotes log) {
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
        String stream = note.rehearsal()
                .map(campaign -> STREAM + "/" + campaign.value())
                .orElse(STREAM);
        log.write(new StreamId(stream), note.event(), note.at());
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
