package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.Dispatcher.Progress;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.event.internal.codec.Encoded;
import com.sothebais.event.internal.codec.EventCodec;
import com.sothebais.event.internal.dispatch.ReaderTables.Edit;
import com.sothebais.event.internal.log.LogTail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes facts from a stored position, each at least once. A stream whose fact fails is parked while the others go on: its later
 * facts wait in the log, where they are read again once the failing one was taken or dropped. The park is stored before the
 * position passes it, so that nothing is lost whenever the process dies.
 */
final class ReactorReader implements Reader {
    /** With so many streams parked something general is wrong: then it waits instead of parking the rest of the world. */
    static final int PARKED_STREAMS_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ReactorReader.class);

    private final EventSubscriber subscriber;
    private final LogTail log;
    private final ReaderTables tables;
    private final Tries tries;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Map<StreamId, Parked> parked = new LinkedHashMap<>();
    private final Map<Long, Edit> edits = new HashMap<>();
    private final EventCodec codec = new EventCodec();
    private volatile long position;
    private volatile int parkedStreams;
    private volatile int deadStreams;
    private volatile boolean reload;

    ReactorReader(EventSubscriber subscriber, LogTail log, ReaderTables tables, Tries tries, InstantSource time) {
        this.subscriber = subscriber;
        this.log = log;
        this.tables = tables;
        this.tries = tries;
        this.time = time;
        this.random = RandomGenerator.getDefault();
        this.position = tables.position(subscriber.name());
        load();
    }

    @Override
    public Duration step(BooleanSupplier stopping) {
        if (reload) {
            reload = false;
            load();
        }
        boolean moved = retryDue(stopping) | takeNew(stopping);
        return moved ? Duration.ZERO : untilNextRetry();
    }

    @Override
    public void reload() {
        reload = true;
    }

    @Override
    public Progress progress() {
        return new Progress(
                subscriber.name(),
                EventSubscriber.Kind.REACTOR,
                position,
                Math.max(0, log.known() - position),
                parkedStreams);
    }

    @Override
    public int deadLetters() {
        return deadStreams;
    }

    private void load() {
        parked.clear();
        tables.parked(subscriber.name()).forEach(park -> parked.put(park.stream(), park));
        edits.clear();
        edits.putAll(tables.edits(subscriber.name()));
        count();
    }

    private boolean takeNew(BooleanSupplier stopping) {
        long start = position;
        long reached = position;
        try {
            for (Recorded recorded : log.follow(start, BATCH_MAX)) {
                if (parked.size() >= PARKED_STREAMS_MAX || stopping.getAsBoolean()) {
                    break;
                }
                take(recorded);
                reached = recorded.position();
                position = reached;
            }
        } finally {
            if (reached > start) {
                tables.savePosition(subscriber.name(), reached);
            }
        }
        return reached > start;
    }

    private void take(Recorded recorded) {
        StreamId stream = recorded.fact().stream();
        if (parked.containsKey(stream)) {
            return;
        }
        Optional<Throwable> failure = Delivery.of(subscriber, edited(recorded));
        if (failure.isPresent()) {
            park(failed(stream, recorded.position() - 1, recorded.position(), 1, failure.get()));
        }
    }

    private boolean retryDue(BooleanSupplier stopping) {
        Instant now = time.instant();
        Optional<Parked> due =
                parked.values().stream().filter(park -> park.isDue(now)).min(Comparator.comparing(Parked::retryAt));
        due.ifPresent(park -> retry(park, stopping));
        return due.isPresent();
    }

    private void retry(Parked park, BooleanSupplier stopping) {
        // A stored position may be behind the park when the process died in between.
        long upTo = Math.max(position, park.failing());
        List<Recorded> waiting = log.followStream(park.stream(), park.taken(), upTo, BATCH_MAX);
        long taken = park.taken();
        for (Recorded recorded : waiting) {
            if (stopping.getAsBoolean()) {
                park(park.after(taken, time.instant()));
                return;
            }
            Optional<Throwable> failure = Delivery.of(subscriber, edited(recorded));
            if (failure.isPresent()) {
                boolean again = recorded.position() == park.failing();
                int attempts = again ? park.attempts() + 1 : 1;
                park(failed(park.stream(), taken, recorded.position(), attempts, failure.get()));
                return;
            }
            taken = recorded.position();
        }
        if (waiting.size() < BATCH_MAX) {
            parked.remove(park.stream());
            tables.removePark(subscriber.name(), park.stream());
            count();
            LOG.info("{} goes on with stream {} after position {}", subscriber.name(), park.stream(), taken);
        } else {
            park(park.after(taken, time.instant()));
        }
    }

    private Parked failed(StreamId stream, long taken, long failing, int attempts, Throwable failure) {
        Instant now = time.instant();
        boolean dead = attempts >= tries.most();
        String reason = ReaderTables.reason(failure);
        if (dead) {
            LOG.error(
                    "{} gave up on position {} of stream {} after {} attempts; retry, edit or drop the dead letter",
                    subscriber.name(),
                    failing,
                    stream,
                    attempts,
                    failure);
        } else {
            LOG.warn(
                    "{} could not take position {} of stream {}, attempt {}: {}",
                    subscriber.name(),
                    failing,
                    stream,
                    attempts,
                    reason);
        }
        Instant since = dead || attempts == 1 ? now : parked.get(stream).since();
        return new Parked(
                stream,
                taken,
                failing,
                attempts,
                reason,
                now.plus(tries.pauses().after(attempts, random)),
                dead,
                since);
    }

    /** The fact as an admin wrote it for this subscriber, else as it is in the log. */
    private Recorded edited(Recorded recorded) {
        Edit edit = edits.get(recorded.position());
        if (edit == null) {
            return recorded;
        }
        NewEvent fact = recorded.fact();
        String type = codec.encode(fact.event()).type();
        NewEvent changed = new NewEvent(
                fact.stream(),
                codec.decode(new Encoded(type, edit.version(), edit.payload())),
                fact.source(),
                fact.at(),
                fact.correlation(),
                fact.causation());
        return new Recorded(recorded.position(), recorded.id(), recorded.sequence(), changed);
    }

    private void park(Parked park) {
        tables.savePark(subscriber.name(), park);
        parked.put(park.stream(), park);
        count();
    }

    private Duration untilNextRetry() {
        Instant now = time.instant();
        return parked.values().stream()
                .filter(park -> !park.dead())
                .map(park -> Duration.between(now, park.retryAt()))
                .filter(wait -> wait.compareTo(IDLE) < 0)
                .min(Comparator.naturalOrder())
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .orElse(IDLE);
    }

    private void count() {
        parkedStreams = parked.size();
        deadStreams = (int) parked.values().stream().filter(Parked::dead).count();
    }
}
