package com.sothebais.auction.engine;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.contract.ForwardingEventLog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A log with the faults of a database, before a real one or one in memory. Subscribers get every fact that was recorded, also when the
 * answer was lost: facts come to them through the log. Thread-safe.
 */
final class FaultyLog extends ForwardingEventLog {
    private static final int HELD_SECONDS_MAX = 30;

    /** What happens to an append. */
    enum Fault {
        /** Nothing is recorded. */
        LOST,
        /** All of it is, but nobody hears that. */
        LOST_ANSWER
    }

    private final EventLog log;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<EventSubscriber> subscribers = new ArrayList<>();
    private boolean full;
    private boolean away;
    private Optional<Held> held = Optional.empty();

    private record Held(CountDownLatch begun, CountDownLatch released) {}

    FaultyLog(EventLog log) {
        this.log = log;
    }

    /** The next appends fail, one after another. */
    synchronized void next(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Every append fails while true, reading works: as with a full disk. */
    synchronized void outage(boolean isFull) {
        full = isFull;
    }

    /** Nothing works while true. */
    synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** The next append waits until {@link #release}. */
    synchronized void hold() {
        held = Optional.of(new Held(new CountDownLatch(1), new CountDownLatch(1)));
    }

    void awaitHeld() throws InterruptedException {
        if (!current().orElseThrow().begun().await(HELD_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing was appended");
        }
    }

    void release() {
        Held released = current().orElseThrow();
        synchronized (this) {
            held = Optional.empty();
        }
        released.released().countDown();
    }

    private synchronized Optional<Held> current() {
        return held;
    }

    @Override
    public List<Recorded> append(Append append) {
        current().ifPresent(FaultyLog::await);
        Optional<Fault> fault = fault();
        if (fault.equals(Optional.of(Fault.LOST))) {
            throw new EventLogException("the append was lost in this test", null);
        }
        List<Recorded> recorded = log.append(append);
        deliver(recorded);
        if (fault.isPresent()) {
            throw new EventLogException("the answer was lost in this test", null);
        }
        return recorded;
    }

    private static void await(Held held) {
        held.begun().countDown();
        try {
            if (!held.released().await(HELD_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released the append");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Fault> fault() {
        if (away || full) {
            throw new EventLogException("the log is down for this test", null);
        }
        return Optional.ofNullable(faults.poll());
    }

    private synchronized void deliver(List<Recorded> recorded) {
        recorded.forEach(fact -> subscribers.forEach(subscriber -> deliver(subscriber, fact)));
    }

    private static void deliver(EventSubscriber subscriber, Recorded recorded) {
        try {
            subscriber.on(recorded);
        } catch (Exception e) {
            throw new IllegalStateException(subscriber.name() + " did not take " + recorded, e);
        }
    }

    /** As the dispatcher does it for a view: everything so far, then every new fact. */
    synchronized void subscribe(EventSubscriber subscriber) {
        log.read(0, READ_MAX).forEach(recorded -> deliver(subscriber, recorded));
        subscribers.add(subscriber);
    }

    @Override
    protected synchronized EventLog log() {
        if (away) {
            throw new EventLogException("the log is away for this test", null);
        }
        return log;
    }
}
