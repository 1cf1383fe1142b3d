package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.health.Health;
import com.sothebais.event.internal.log.LogTail;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All subscribers, each with a thread and a place of its own. Thread-safe. */
public final class Followers implements Dispatcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final String PART = "dispatcher";
    private static final long LAG_DEGRADED = 5_000;

    private final LogTail log;
    private final ReaderTables tables;
    private final Tries tries;
    private final InstantSource time;
    private final Map<Object, Follower> followers = new ConcurrentHashMap<>();
    private final Map<String, Object> names = new ConcurrentHashMap<>();

    public Followers(LogTail log, ReaderTables tables, Tries tries, InstantSource time) {
        this.log = log;
        this.tables = tables;
        this.tries = tries;
        this.time = time;
    }

    /**
     * Starts a thread for a subscriber.
     *
     * @param key stands for it in {@link #remove}
     * @param arrival gets it, on the new thread: making it may take long or come back to the dispatcher
     */
    public void add(Object key, Supplier<EventSubscriber> arrival) {
        followers.computeIfAbsent(key, k -> new Follower(log, () -> named(k, arrival), subscriber -> open(subscriber)));
    }

    /** Stops the subscriber's thread; returns when it ended or after some seconds. */
    public void remove(Object key) {
        Follower follower = followers.remove(key);
        if (follower != null) {
            follower.stop();
        }
        names.values().remove(key);
    }

    @Override
    public List<Progress> progress() {
        return followers.values().stream()
                .map(Follower::progress)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Progress::subscriber))
                .toList();
    }

    /** Somebody changed the tables: every reader looks at them before its next step. */
    public void reload() {
        followers.values().forEach(Follower::reload);
        log.nudge();
    }

    Optional<Follower> named(String subscriber) {
        return Optional.ofNullable(names.get(subscriber)).map(followers::get);
    }

    public Health health() {
        int dead = followers.values().stream().mapToInt(Follower::deadLetters).sum();
        if (dead > 0) {
            return Health.degraded(PART, dead + " facts could not be taken; retry, edit or drop the dead letters");
        }
        List<Progress> all = progress();
        return all.stream()
                .filter(progress -> progress.parkedStreams() > 0 || progress.lag() > LAG_DEGRADED)
                .findFirst()
                .map(progress -> Health.degraded(
                        PART,
                        progress.subscriber() + " has " + progress.parkedStreams()
                                + " streams waiting for a retry and is " + progress.lag() + " facts behind"))
                .orElseGet(() -> Health.well(PART, all.size() + " subscribers follow the log"));
    }

    @Override
    public void close() {
        List.copyOf(followers.keySet()).forEach(this::remove);
    }

    private Optional<EventSubscriber> named(Object key, Supplier<EventSubscriber> arrival) {
        EventSubscriber subscriber = arrival.get();
        if (subscriber == null) {
            return Optional.empty();
        }
        Object holder = names.putIfAbsent(subscriber.name(), key);
        if (holder != null) {
            LOG.error(
                    "two subscribers are named {}; the second, {}, gets nothing until its bundle is started again",
                    subscriber.name(),
                    subscriber.getClass().getName());
            return Optional.empty();
        }
        return Optional.of(subscriber);
    }

    private Reader open(EventSubscriber subscriber) {
        return switch (subscriber.kind()) {
            case VIEW -> new ViewReader(subscriber, log);
            case REACTOR -> new ReactorReader(subscriber, log, tables, tries, time);
        };
    }
}
