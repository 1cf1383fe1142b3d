package com.sothebais.auction.engine;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.Recorded;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records batches one after another and releases who waits for them: at once, on a thread of its own while the next batch is
 * decided, or by hand, as a simulation does. After a failure nothing is recorded until the auctioneer has taken back what was not.
 * One thread submits.
 */
final class Recorder implements AutoCloseable {

    /** Most batches that are decided and not recorded: one that is being recorded and one behind it. */
    static final int DEPTH_MAX = 2;

    private static final long STOP_MILLIS = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final EventLog log;
    private final Counts counts;
    private final Object lock = new Object();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Deque<Done> finished = new ArrayDeque<>();
    private final LongSupplier nanoTime;
    /** When the log was given what it has not answered yet; 0 when it has. */
    private volatile long asked;

    private Thread thread;
    private Runnable signal = () -> {};
    private boolean byHand;
    private boolean recording;
    private boolean broken;
    private boolean stopped;

    private record Job(Batch batch, EventLog.Ready append) {}

    /**
     * What became of a batch.
     *
     * @param last its last fact; empty without facts
     * @param failure why it may not have been recorded
     */
    record Done(Batch batch, Optional<Recorded> last, Optional<Throwable> failure) {}

    /** @param nanoTime as {@link System#nanoTime} */
    Recorder(EventLog log, Counts counts, LongSupplier nanoTime) {
        this.log = log;
        this.counts = counts;
        this.nanoTime = nanoTime;
    }

    /** For how long the log has not answered; zero when nothing is asked of it. From any thread. */
    Duration silence() {
        long since = asked;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - since));
    }

    /** From now on records on a thread of its own, and signals when something is finished. */
    void start(Runnable whenFinished) {
        signal = whenFinished;
        thread = new Thread(this::run, "sothebais-recorder");
        thread.start();
    }

    /** From now on a batch is recorded when {@link #recordNext} is called, or when the one who submits would wait for it. */
    void startByHand() {
        byHand = true;
    }

    /** Records the oldest batch that waits, as the thread would; false when none waits or nothing can be recorded. */
    boolean recordNext() {
        if (recording || broken || waiting.isEmpty()) {
            return false;
        }
        recording = true;
        Done done = record(waiting.pollFirst());
        recording = false;
        broken = done.failure().isPresent();
        finished.add(done);
        return true;
    }

    /** Waits for room for one more batch. */
    void awaitRoom() throws InterruptedException {
        while (byHand && open() >= DEPTH_MAX && finished.isEmpty()) {
            recordNext();
        }
        synchronized (lock) {
            while (thread != null && open() >= DEPTH_MAX && finished.isEmpty()) {
                lock.wait();
            }
        }
    }

    /** Waits until nothing is being recorded; what follows a failure is left as it is. */
    void awaitIdle() throws InterruptedException {
        while (byHand && recordNext()) {
            // One after another.
        }
        synchronized (lock) {
            while (thread != null && (recording || !broken && !waiting.isEmpty())) {
                lock.wait();
            }
        }
    }

    void submit(Batch batch, Optional<Fence> fence) {
        Job job = new Job(batch, ready(batch, fence));
        if (thread == null && !byHand) {
            finished.add(record(job));
            return;
        }
        synchronized (lock) {
            waiting.add(job);
            lock.notifyAll();
        }
    }

    /** Made ready by the one who submits, while the batch before is being recorded. What cannot be made ready fails in its turn. */
    private EventLog.Ready ready(Batch batch, Optional<Fence> fence) {
        if (batch.facts().isEmpty()) {
            return List::of;
        }
        try {
            return log.ready(new Append(batch.facts(), connection -> {}, fence));
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    /** The next finished batch in order of submission; null when there is none. */
    Done finished() {
        synchronized (lock) {
            return finished.pollFirst();
        }
    }

    /** Whether everything submitted is finished and was fetched. */
    boolean isIdle() {
        synchronized (lock) {
            return open() == 0 && finished.isEmpty();
        }
    }

    /** After a failure: takes back what was not begun, and goes on with what is submitted from now on. */
    List<Batch> takeBack() {
        synchronized (lock) {
            List<Batch> back = new ArrayList<>();
            waiting.forEach(job -> back.add(job.batch()));
            waiting.clear();
            broken = false;
            return back;
        }
    }

    private int open() {
        return waiting.size() + (recording ? 1 : 0);
    }

    private Done record(Job job) {
        Batch batch = job.batch();
        Optional<Recorded> last = Optional.empty();
        try {
            if (!batch.facts().isEmpty()) {
                long begin = nanoTime.getAsLong();
                asked = begin == 0 ? 1 : begin;
                List<Recorded> recorded = job.append().append();
                last = Optional.of(recorded.get(recorded.size() - 1));
            }
        } catch (RuntimeException | Error e) {
            // Whatever it is, the auctioneer must hear of it: it waits for this thread.
            return new Done(batch, Optional.empty(), Optional.of(e));
        } finally {
            asked = 0;
        }
        release(batch);
        return new Done(batch, last, Optional.empty());
    }

    /** Tells everybody who waits for what is in the log. */
    void release(Batch batch) {
        try {
            counts.count(batch);
        } catch (RuntimeException e) {
            LOG.error("{} facts were recorded and not counted", batch.facts().size(), e);
        }
        batch.release();
    }

    private void run() {
        while (true) {
            Job job;
            synchronized (lock) {
                while (!stopped && (broken || waiting.isEmpty())) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                if (broken || waiting.isEmpty()) {
                    return;
                }
                job = waiting.pollFirst();
                recording = true;
            }
            Done done = record(job);
            synchronized (lock) {
                recording = false;
                broken = done.failure().isPresent();
                finished.add(done);
                lock.notifyAll();
            }
            signal.run();
        }
    }

    /** Records what was submitted, then ends the thread. */
    @Override
    public void close() {
        synchronized (lock) {
            stopped = true;
            lock.notifyAll();
        }
        if (thread != null) {
            try {
                thread.join(STOP_MILLIS);
                thread.interrupt();
            } catch (InterruptedException e) {
                thread.interrupt();
                Thread.currentThread().interrupt();
            }
        }
    }
}
