package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.EventSubscriber.Kind;
import com.sothebais.api.event.EventSubscriber.Shadow;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.ReaderEvent.ReplayOrdered;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.Replays;
import com.sothebais.api.event.StreamId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts replays and knows how far they are: live ones on the subscriber's thread, shadows on one thread of their own. Thread-safe. */
public final class ReplayDesk implements Replays, AutoCloseable {
    private final EventLog log;
    private final Followers followers;
    private final InstantSource time;
    private final Deque<ReplayTask> tasks = new ArrayDeque<>();
    private final ExecutorService shadows = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sothebais-replay");
        thread.setDaemon(true);
        return thread;
    });
    private long numbers;

    public ReplayDesk(EventLog log, Followers followers, InstantSource time) {
        this.log = log;
        this.followers = followers;
        this.time = time;
    }

    @Override
    public Replay start(String name, Selection selection, boolean shadow, Decree decree) {
        Follower follower = followers
                .named(name)
                .orElseThrow(() -> new IllegalArgumentException("no subscriber is named " + name + "; see progress"));
        EventSubscriber subscriber = follower.subscriber()
                .orElseThrow(() -> new IllegalArgumentException(name + " is still starting, try again"));
        if (!shadow && subscriber.kind() == Kind.VIEW) {
            throw new IllegalArgumentException(
                    name + " is a view and would count the facts twice; replay into its shadow");
        }
        Optional<Shadow> twin = shadow ? subscriber.shadow() : Optional.empty();
        if (shadow && twin.isEmpty()) {
            throw new IllegalArgumentException(name + " has no shadow; replay into the subscriber itself");
        }
        ReplayTask task = open(name, range(selection), shadow, decree);
        if (twin.isPresent()) {
            shadows.execute(() -> run(task, twin.get()));
        } else {
            follower.replay(task);
        }
        return task.state();
    }

    @Override
    public synchronized List<Replay> replays() {
        List<Replay> newestFirst = new ArrayList<>();
        tasks.descendingIterator().forEachRemaining(task -> newestFirst.add(task.state()));
        return Collections.unmodifiableList(newestFirst);
    }

    @Override
    public boolean stop(long number) {
        Optional<ReplayTask> running = task(number).filter(task -> task.state().status() == Status.RUNNING);
        running.ifPresent(ReplayTask::stop);
        return running.isPresent();
    }

    @Override
    public void close() {
        synchronized (this) {
            tasks.forEach(ReplayTask::stop);
        }
        shadows.shutdownNow();
    }

    private static void run(ReplayTask task, Shadow twin) {
        boolean over = false;
        while (!over) {
            over = task.step(twin::on);
        }
        task.result(twin.result());
    }

    private Selection.Positions range(Selection selection) {
        if (selection instanceof Selection.One one) {
            Recorded found =
                    log.find(one.id()).orElseThrow(() -> new IllegalArgumentException("there is no event " + one.id()));
            return new Selection.Positions(found.position(), found.position());
        }
        if (selection instanceof Selection.Times times) {
            long from = Math.max(1, log.positionAt(times.from()));
            long to = log.positionAt(times.until()) - 1;
            if (to < from) {
                throw new IllegalArgumentException("nothing happened from " + times.from() + " until " + times.until());
            }
            return new Selection.Positions(from, to);
        }
        Selection.Positions positions = (Selection.Positions) selection;
        long last = log.last();
        if (positions.from() > last) {
            throw new IllegalArgumentException("the log ends at position " + last);
        }
        return new Selection.Positions(positions.from(), Math.min(positions.to(), last));
    }

    private synchronized ReplayTask open(String name, Selection.Positions range, boolean shadow, Decree decree) {
        long running = tasks.stream()
                .filter(task -> task.state().status() == Status.RUNNING)
                .count();
        if (running >= RUNNING_MAX) {
            throw new IllegalArgumentException(running + " replays run already; wait for one or stop it");
        }
        record(new ReplayOrdered(name, range.from(), range.to(), shadow, decree));
        numbers++;
        Replay start = new Replay(
                numbers, name, shadow, range.from(), range.to(), 0, Status.RUNNING, Optional.empty(), Optional.empty());
        ReplayTask task = new ReplayTask(log, start);
        tasks.addLast(task);
        if (tasks.size() > KEPT_MAX) {
            tasks.removeFirst();
        }
        return task;
    }

    private void record(ReplayOrdered order) {
        String stream = "reader/" + order.subscriber();
        log.append(Append.of(List.of(new NewEvent(
                new StreamId(stream),
                order,
                "event",
                time.instant().truncatedTo(ChronoUnit.MICROS),
                new CorrelationId(stream + "/replay"),
                Optional.empty()))));
    }

    private synchronized Optional<ReplayTask> task(long number) {
        return tasks.stream().filter(task -> task.state().number() == number).findFirst();
    }
}
