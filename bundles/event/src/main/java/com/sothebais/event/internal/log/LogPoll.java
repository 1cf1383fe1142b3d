package com.sothebais.event.internal.log;

import com.sothebais.api.event.EventLogException;
import com.sothebais.api.health.Health;
import java.util.concurrent.TimeUnit;

/** Looks for facts of other processes from time to time, and thereby knows whether the log answers. */
public final class LogPoll implements AutoCloseable {
    private static final String PART = "event";
    private static final long POLL_MILLIS = 250;
    private static final long STOP_MILLIS = 6_000;

    private final PostgresEventLog log;
    private final Thread thread;
    private volatile Health health = Health.well(PART, "starting");

    public LogPoll(PostgresEventLog log) {
        this.log = log;
        this.thread = new Thread(this::run, "sothebais-log-poll");
        thread.setDaemon(true);
        thread.start();
    }

    public Health health() {
        return health;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                log.refresh();
                health = Health.well(PART, "the log is at position " + log.known());
            } catch (EventLogException e) {
                health = Health.down(PART, "nothing can be recorded: " + e.getMessage());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
