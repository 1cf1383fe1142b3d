package com.sothebais.stream.output;

import com.sothebais.api.stream.Curtain;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Semaphore;
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

    /** How often files are written: nobody reads them sooner, and a thread that wakes for each packet costs as much again. */
    private static final Duration FILE_RHYTHM = Duration.ofMillis(200);

    /** What an output does after a failure. */
    public enum Persistence {
        /** A recording: it stays failed. */
        ONCE,
        /** Live files: it tries again. */
        RETRY,
        /** A connection: it connects again, and whatever it waits for is given up when it is closed. */
        RECONNECT;

        boolean isFile() {
            return this != RECONNECT;
        }
    }

    /** Where it stands; replaced as a whole, so that nobody sees half a change. */
    private record Stand(OutputStatus.State state, Optional<String> failure, Optional<Instant> nextAttempt) {}

    private static final Stand HELD =
            new Stand(OutputStatus.State.WAITING, Optional.of(Curtain.HELD), Optional.empty());

    private final Target target;
    private final Sink sink;
    private final Persistence persistence;
    private final InstantSource clock = InstantSource.system();
    private final GroupQueue<Packet> queue = new GroupQueue<>(QUEUE_MAX);
    private final Backoff backoff = new Backoff(new Random());
    private final Semaphore hurry = new Semaphore(0);
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong reconnects = new AtomicLong();
    private final Thread thread;
    private volatile Stand stand = new Stand(OutputStatus.State.CONNECTING, Optional.empty(), Optional.empty());
    private volatile OptionalLong firstPicture = OptionalLong.empty();
    private volatile boolean closing;
    private volatile boolean held;
    private volatile boolean askedToRetry;
    private boolean wasUp;
    private long openedNanos;

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
        if (held || !isUp() || closing) {
            return false;
        }
        boolean start = packet.track() == Track.VIDEO && packet.key();
        boolean taken = queue.offer(packet, start);
        if (taken && start && firstPicture.isEmpty()) {
            firstPicture = OptionalLong.of(packet.timestamp());
        }
        return taken;
    }

    /** Timestamp of the first picture that it took; empty before. */
    public OptionalLong firstPicture() {
        return firstPicture;
    }

    /**
     * Keeps everything on this machine: ends the connection or the live files, and begins anew when it is let go. By the thread that
     * offers, so that not one packet more goes out. A recording stays here anyway and goes on.
     */
    public void hold(boolean down) {
        if (persistence != Persistence.ONCE && held != down) {
            held = down;
            hurry.release();
        }
    }

    /** Whether nothing leaves the machine here: held and disconnected, or a recording. */
    public boolean isPrivate() {
        return persistence == Persistence.ONCE || held && stand == HELD;
    }

    public String name() {
        return target.name();
    }

    public OutputStatus status() {
        Stand now = stand;
        return new OutputStatus(
                target.name(),
                target.shown(),
                now.state(),
                now.failure(),
                now.nextAttempt(),
                new OutputStatus.Traffic(queue.size(), queue.max(), bytes.get(), queue.dropped(), reconnects.get()));
    }

    /** Why it failed last; empty while all is well. */
    public Optional<String> failure() {
        Stand now = stand;
        return now == HELD ? Optional.empty() : now.failure().map(reason -> target.name() + ": " + reason);
    }

    /** Ends the pause before the next attempt. @return whether there was one */
    public boolean retryNow() {
        Stand now = stand;
        boolean waits = now.state() == OutputStatus.State.WAITING && now != HELD;
        if (waits) {
            askedToRetry = true;
            hurry.release();
        }
        return waits;
    }

    /** Begins to close without waiting for it; {@link #close} waits. */
    public void stop() {
        closing = true;
        hurry.release();
        if (persistence == Persistence.RECONNECT) {
            sink.interrupt();
        }
    }

    /** Writes what is queued, completes and closes. Nothing happens the second time. */
    @Override
    public void close() {
        stop();
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

    private boolean isUp() {
        return stand.state() == OutputStatus.State.UP;
    }

    private void run() {
        try {
            boolean more = true;
            while (more && !(closing && (!isUp() || queue.isEmpty()))) {
                more = held ? hide() : isUp() ? writeNext() : reopen();
            }
            closeSink();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("output {} stopped on a fault of ours: {}", target.name(), reason(e));
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
        queue.restart();
        openedNanos = System.nanoTime();
        if (wasUp) {
            reconnects.incrementAndGet();
        }
        wasUp = true;
        stand = new Stand(OutputStatus.State.UP, Optional.empty(), Optional.empty());
    }

    private boolean hide() throws InterruptedException {
        if (stand != HELD) {
            closeAfterFailure();
            queue.restart();
            stand = HELD;
            LOG.info("output {} ends: what is made now stays on this machine", target.name());
        }
        hurry.drainPermits();
        if (held && !closing) {
            hurry.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        backoff.reset();
        return true;
    }

    private boolean reopen() throws InterruptedException {
        Optional<String> failure = stand == HELD ? Optional.empty() : stand.failure();
        stand = new Stand(OutputStatus.State.CONNECTING, failure, Optional.empty());
        try {
            openSink();
            LOG.info("output {} runs to {}", target.name(), target.shown());
            return true;
        } catch (MediaException e) {
            LOG.debug("output {} is not open yet: {}", target.name(), reason(e));
            return waitForNextAttempt();
        }
    }

    private boolean writeNext() throws InterruptedException {
        Packet packet = next();
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
            if (!closing) {
                LOG.warn("output {} failed: {}", target.name(), reason(e));
            }
            closeAfterFailure();
            return waitForNextAttempt();
        }
    }

    /** Files take what has gathered, connections each packet as it comes. */
    private Packet next() throws InterruptedException {
        if (!persistence.isFile()) {
            return queue.poll(POLL_MILLIS);
        }
        Packet packet = queue.poll(0);
        if (packet == null) {
            hurry.tryAcquire(FILE_RHYTHM.toMillis(), TimeUnit.MILLISECONDS);
        }
        return packet;
    }

    private boolean waitForNextAttempt() throws InterruptedException {
        if (persistence == Persistence.ONCE) {
            return false;
        }
        long millis = backoff.nextMillis();
        hurry.drainPermits();
        stand = new Stand(
                OutputStatus.State.WAITING,
                stand.failure(),
                Optional.of(clock.instant().plusMillis(millis)));
        // Whoever closes says so before the permit, which may have been drained here.
        if (!closing && hurry.tryAcquire(millis, TimeUnit.MILLISECONDS) && askedToRetry) {
            // Somebody has just repaired it; if the first attempt comes too early, the next ones are near.
            backoff.reset();
        }
        askedToRetry = false;
        return !closing;
    }

    private void failed(RuntimeException e) {
        OutputStatus.State state =
                persistence == Persistence.ONCE ? OutputStatus.State.FAILED : OutputStatus.State.CONNECTING;
        stand = new Stand(state, Optional.of(reason(e)), Optional.empty());
    }

    /** What went wrong, without a stream key whatever a library may say. */
    private String reason(RuntimeException e) {
        return target.masked(e instanceof MediaException ? String.valueOf(e.getMessage()) : e.toString());
    }

    private void closeSink() {
        try {
            sink.close();
        } catch (MediaException e) {
            if (stand.failure().isEmpty()) {
                failed(e);
                LOG.warn("output {} is not complete: {}", target.name(), reason(e));
            }
        }
    }

    private void closeAfterFailure() {
        try {
            sink.close();
        } catch (MediaException e) {
            LOG.debug("closing the failed output {}: {}", target.name(), reason(e));
        }
    }
}
