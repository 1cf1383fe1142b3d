package com.sothebais.stream.output;

import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.StreamHealth.State;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One output with its own bounded queue and thread, so that a slow or broken one is nobody else's matter. What does not fit is
 * given up until the next keyframe. {@link #offer} is for one thread, the rest is thread-safe.
 */
public final class Output implements AutoCloseable {

    /** About four seconds of picture and sound. */
    static final int QUEUE_MAX = 320;

    private static final Logger LOG = LoggerFactory.getLogger(Output.class);
    private static final Duration CLOSE_MAX = Muxer.WAIT_MAX.plusSeconds(2);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 200;

    /** What an output does after a failure. */
    public enum Persistence {
        /** It stays failed. */
        ONCE,
        /** It tries again and counts as failed until then. */
        RETRY,
        /** It connects again and counts as connecting until then. */
        RECONNECT
    }

    private final Target target;
    private final Sink sink;
    private final Persistence persistence;
    private final BlockingQueue<Packet> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Backoff backoff = new Backoff(new Random());
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile State state = State.CONNECTING;
    private volatile Optional<String> failure = Optional.empty();
    private volatile boolean closing;
    // Written by the output's thread, taken by the one that offers.
    private volatile boolean fresh;
    private long openedNanos;
    private boolean awaitsKey = true;
    private boolean overflowed;

    public Output(Target target, Sink sink, Persistence persistence) {
        this.target = target;
        this.sink = sink;
        this.persistence = persistence;
        this.thread = new Thread(this::run, "sothebais-out-" + target.name());
        this.thread.setDaemon(true);
    }

    /** Opens on its own thread and goes on from there. */
    public void start() {
        thread.start();
    }

    /**
     * Opens at once, so that it misses nothing from here on, then works on its own thread.
     *
     * @throws MediaException when it cannot be opened; it is then not started
     */
    public void startNow() {
        openSink();
        thread.start();
    }

    /** Takes a packet if it can, never waits; answers whether this packet is on its way. */
    public boolean offer(Packet packet) {
        if (state != State.RUNNING || closing) {
            return false;
        }
        if (fresh) {
            fresh = false;
            awaitsKey = true;
            overflowed = false;
        }
        if (awaitsKey && !(packet.track() == Track.VIDEO && packet.key())) {
            dropped.addAndGet(overflowed ? 1 : 0);
            return false;
        }
        awaitsKey = false;
        if (queue.offer(packet)) {
            return true;
        }
        int lost = queue.size() + 1;
        queue.clear();
        dropped.addAndGet(lost);
        awaitsKey = true;
        overflowed = true;
        return false;
    }

    public StreamHealth.Output health() {
        return new StreamHealth.Output(target.name(), target.shown(), state, queue.size(), bytes.get(), dropped.get());
    }

    /** Why it failed last; empty while all is well. */
    public Optional<String> failure() {
        return failure;
    }

    /** Writes what is queued, completes and closes. Nothing happens the second time. */
    @Override
    public void close() {
        closing = true;
        if (persistence == Persistence.RECONNECT) {
            sink.interrupt();
        }
        try {
            thread.join(CLOSE_MAX.toMillis());
            if (thread.isAlive()) {
                sink.interrupt();
                LOG.warn("output {} did not close within {}", target.name(), CLOSE_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean more = true;
            while (more && !(closing && (state != State.RUNNING || queue.isEmpty()))) {
                more = state == State.RUNNING ? writeNext() : reopen();
            }
            closeSink();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("output {} stopped on a fault of ours", target.name(), e);
            failed(e);
        }
    }

    private void openSink() {
        try {
            sink.open();
        } catch (MediaException e) {
            closeAfterFailure();
            failed(e);
            throw e;
        }
        queue.clear();
        openedNanos = System.nanoTime();
        fresh = true;
        failure = Optional.empty();
        state = State.RUNNING;
    }

    private boolean reopen() throws InterruptedException {
        try {
            openSink();
            LOG.info("output {} runs to {}", target.name(), target.shown());
            return true;
        } catch (MediaException e) {
            LOG.debug("output {} is not open yet", target.name(), e);
            return waitForNextAttempt();
        }
    }

    private boolean writeNext() throws InterruptedException {
        Packet packet = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (packet == null) {
            return true;
        }
        try {
            sink.write(packet);
            bytes.addAndGet(packet.data().length);
            if (System.nanoTime() - openedNanos > STEADY.toNanos()) {
                backoff.reset();
            }
            return true;
        } catch (MediaException e) {
            failed(e);
            LOG.warn("output {} failed: {}", target.name(), e.getMessage());
            closeAfterFailure();
            return waitForNextAttempt();
        }
    }

    private boolean waitForNextAttempt() throws InterruptedException {
        if (persistence == Persistence.ONCE) {
            return false;
        }
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(backoff.nextMillis());
        while (!closing && System.nanoTime() < until) {
            Thread.sleep(Math.min(POLL_MILLIS, Backoff.FIRST_MILLIS));
        }
        return !closing;
    }

    private void failed(RuntimeException e) {
        failure = Optional.of(target.name() + ": " + e.getMessage());
        state = persistence == Persistence.RECONNECT ? State.CONNECTING : State.FAILED;
    }

    private void closeSink() {
        try {
            sink.close();
        } catch (MediaException e) {
            if (failure.isEmpty()) {
                failed(e);
                LOG.warn("output {} is not complete: {}", target.name(), e.getMessage());
            }
        }
    }

    private void closeAfterFailure() {
        try {
            sink.close();
        } catch (MediaException e) {
            LOG.debug("closing the failed output {}", target.name(), e);
        }
    }
}
