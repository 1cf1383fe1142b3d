package com.sothebais.agent.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does one thing again and again until it is stopped, and survives whatever goes wrong in one round. */
final class LoopThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopThread.class);
    private static final long AFTER_FAILURE_MILLIS = 1_000;
    private static final long STOP_MAX_MILLIS = 2_000;

    private final Thread thread;
    private volatile boolean stopped;
    private String lastFailure = "";

    /** One round; does its own waiting. */
    @FunctionalInterface
    interface Round {
        void run() throws Exception;
    }

    private LoopThread(String name, Round round) {
        thread = new Thread(() -> loop(name, round), name);
        thread.setDaemon(true);
    }

    static LoopThread start(String name, Round round) {
        LoopThread loop = new LoopThread(name, round);
        loop.thread.start();
        return loop;
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(STOP_MAX_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop(String name, Round round) {
        while (!stopped) {
            try {
                round.run();
                lastFailure = "";
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (stopped) {
                    return;
                }
                report(name, e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    /** The same failure again and again is one line, not one a second. */
    private void report(String name, Exception failure) {
        String now = failure.toString();
        if (!now.equals(lastFailure)) {
            LOG.warn("{} failed and tries again every {} ms", name, AFTER_FAILURE_MILLIS, failure);
        }
        lastFailure = now;
    }

    private static boolean pause() {
        try {
            Thread.sleep(AFTER_FAILURE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
