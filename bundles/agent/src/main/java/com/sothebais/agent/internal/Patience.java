package com.sothebais.agent.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits for a plugin only so long. A call that hangs keeps one of {@value #CALLS_MAX} threads; when all are taken, new calls fail at
 * once instead of piling up. Thread-safe.
 */
final class Patience implements AutoCloseable {
    private static final int CALLS_MAX = 4;
    private static final int IDLE_SECONDS = 30;

    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, CALLS_MAX, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "sothebais-plugin-call-" + made.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    /** The plugin did not answer as it should; the show goes on without. */
    static final class PluginException extends Exception {
        PluginException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    <T> T call(String what, Duration limit, Callable<T> plugin) throws PluginException {
        Future<T> future;
        try {
            future = threads.submit(plugin);
        } catch (RejectedExecutionException e) {
            throw new PluginException(what + " is not asked: " + CALLS_MAX + " earlier calls still hang", e);
        }
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new PluginException(what + " did not answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new PluginException(what + " failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException("interrupted while waiting for " + what, e);
        } finally {
            future.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
