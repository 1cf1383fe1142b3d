package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.Dispatcher.Progress;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.event.internal.log.LogTail;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one subscriber. It ends only when it is stopped: a database that is away is waited for. */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long DRAIN_MILLIS = 5_000;
    private static final long INTERRUPTED_MILLIS = 2_000;
    private static final Duration OUTAGE_PAUSE = Duration.ofMillis(500);

    private final LogTail log;
    private final Supplier<Optional<EventSubscriber>> arrival;
    private final Function<EventSubscriber, Reader> reading;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Reader reader;
    private volatile EventSubscriber subscriber;
    private final Queue<ReplayTask> replays = new ConcurrentLinkedQueue<>();
    private volatile String name = "a subscriber that has not started yet";

    /**
     * @param arrival gets the subscriber, on the new thread; empty when it may not or need not be followed
     * @param reading opens its place in the log
     */
    Follower(LogTail log, Supplier<Optional<EventSubscriber>> arrival, Function<EventSubscriber, Reader> reading) {
        this.log = log;
        this.arrival = arrival;
        this.reading = reading;
        this.thread = new Thread(this::run, "sothebais-reader");
        thread.setDaemon(true);
        thread.start();
    }

    Optional<Progress> progress() {
        return Optional.ofNullable(reader).map(Reader::progress);
    }

    int deadLetters() {
        Reader current = reader;
        return current == null ? 0 : current.deadLetters();
    }

    void reload() {
        Optional.ofNullable(reader).ifPresent(Reader::reload);
    }

    /** The subscriber once it has been got. */
    Optional<EventSubscriber> subscriber() {
        return Optional.ofNullable(subscriber);
    }

    /** Takes the facts of the replay between the others, on the subscriber's thread. */
    void replay(ReplayTask task) {
        replays.add(task);
        log.nudge();
    }

    /** Lets a fact that is being taken be finished, but not for ever. */
    void stop() {
        stopping = true;
        log.nudge();
        try {
            thread.join(DRAIN_MILLIS);
            if (thread.isAlive()) {
                LOG.warn("{} is still busy after {} ms, interrupting it", name, DRAIN_MILLIS);
                thread.interrupt();
                thread.join(INTERRUPTED_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Optional<EventSubscriber> arrived = arrival.get();
            if (arrived.isPresent()) {
                subscriber = arrived.get();
                name = subscriber.name();
                thread.setName("sothebais-reader-" + name);
                while (!stopping) {
                    follow();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was stopped in the middle of its work", name, e);
        } catch (RuntimeException e) {
            LOG.error("{} cannot be followed", name, e);
        } finally {
            replays.forEach(ReplayTask::stop);
        }
    }

    /** Returns after trouble of ours or the database's; what is in memory may then not be what is in the tables. */
    private void follow() throws InterruptedException {
        try {
            if (reader == null) {
                reader = reading.apply(subscriber);
            }
            while (!stopping) {
                long seen = log.known();
                Duration wait = reader.step(() -> stopping);
                ReplayTask replay = replays.peek();
                if (replay != null) {
                    if (replay.step(subscriber::on)) {
                        replays.remove();
                    }
                } else if (!wait.isZero()) {
                    log.await(seen, wait);
                }
            }
        } catch (EventLogException e) {
            LOG.warn("{} waits for the log: {}", name, e.getMessage());
            pauseAndReload();
        } catch (RuntimeException e) {
            LOG.error("{} cannot go on, trying again", name, e);
            pauseAndReload();
        }
    }

    private void pauseAndReload() throws InterruptedException {
        reload();
        Thread.sleep(OUTAGE_PAUSE.toMillis());
    }
}
