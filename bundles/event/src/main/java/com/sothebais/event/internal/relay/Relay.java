package com.sothebais.event.internal.relay;

import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.redis.RedisStreams;
import com.sothebais.api.redis.RedisStreams.Entry;
import com.sothebais.api.redis.RedisStreams.RedisException;
import com.sothebais.event.internal.codec.Encoded;
import com.sothebais.event.internal.codec.EventCodec;
import com.sothebais.event.internal.log.LogTail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log into one Redis stream. Its place is the id of the newest entry there, {@code <position>-0}, asked for again
 * before every batch: whoever empties, restores or loses Redis, the copy is made good from the log.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final String PART = "relay";
    private static final int BATCH_MAX = 500;

    /** An emptied Redis is noticed within this time. */
    private static final Duration CHECK = Duration.ofMillis(250);

    /** Whoever empties Redis in the middle of a batch makes one call fail, so that the first pause is short. */
    private static final long PAUSE_FIRST_MILLIS = 20;

    private static final long PAUSE_MAX_MILLIS = 1_000;
    private static final long STOP_MILLIS = 5_000;

    private final EventLog log;
    private final LogTail tail;
    private final RedisStreams redis;
    private final String stream;
    private final long lengthMax;
    private final Groups groups;
    private final EventCodec codec = new EventCodec();
    private final Thread thread;
    private volatile Health health = Health.well(PART, "starting");
    private volatile boolean stopping;
    private long pauseMillis = PAUSE_FIRST_MILLIS;

    /** The stream to write: its key, about how many entries it keeps, and the consumer groups that it has. */
    public record Target(String stream, long lengthMax, List<String> groups) {
        public Target {
            groups = List.copyOf(groups);
        }
    }

    public Relay(EventLog log, LogTail tail, RedisStreams redis, Target target, GroupPlaces places) {
        this.log = log;
        this.tail = tail;
        this.redis = redis;
        this.stream = target.stream();
        this.lengthMax = target.lengthMax();
        this.groups = new Groups(redis, stream, target.groups(), places);
        this.thread = new Thread(this::run, "sothebais-relay");
        thread.setDaemon(true);
        thread.start();
    }

    public Health health() {
        return health;
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                copyUntilTrouble();
            } catch (RedisException | EventLogException e) {
                tellOnce(e);
            } catch (InterruptedException e) {
                return;
            }
            try {
                Thread.sleep(pauseMillis);
                pauseMillis = Math.min(2 * pauseMillis, PAUSE_MAX_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void copyUntilTrouble() throws InterruptedException {
        while (!stopping) {
            long seen = tail.known();
            Optional<String> newest = newest();
            long place = Math.max(newest.map(Relay::position).orElse(0L), tail.known() - lengthMax);
            // Entries that would be trimmed at once are not written.
            List<Recorded> batch = tail.follow(place, BATCH_MAX);
            if (!batch.isEmpty()) {
                List<Entry> entries = batch.stream().map(this::entry).toList();
                if (!redis.append(stream, newest, entries, lengthMax)) {
                    continue;
                }
                place = batch.get(batch.size() - 1).position();
            }
            groups.look();
            pauseMillis = PAUSE_FIRST_MILLIS;
            health = Health.well(PART, "Redis stream " + stream + " is at position " + place);
            if (batch.size() < BATCH_MAX) {
                tail.await(seen, CHECK);
            }
        }
    }

    /** Id of the newest entry of the copy, behind which it goes on; a copy of another log is forgotten. */
    private Optional<String> newest() {
        Optional<String> newest = redis.lastId(stream);
        long copied = newest.map(Relay::position).orElse(0L);
        if (copied > tail.known() && copied > log.last()) {
            LOG.warn("Redis stream {} is ahead of the log, so it copies another one: making it anew", stream);
            redis.delete(stream);
            return Optional.empty();
        }
        return newest;
    }

    private Entry entry(Recorded recorded) {
        NewEvent fact = recorded.fact();
        Encoded encoded = codec.encode(fact.event());
        // Outside consumers learn that there is such a fact, so that positions have no gaps, and nothing of what it
        // says.
        String payload = fact.event().confidential() ? "{}" : encoded.json();
        return new Entry(
                recorded.position() + "-0",
                Map.of(
                        "id", recorded.id().toString(),
                        "type", encoded.type(),
                        "version", Integer.toString(encoded.version()),
                        "stream", fact.stream().value(),
                        "sequence", Long.toString(recorded.sequence()),
                        "source", fact.source(),
                        "at", fact.at().toString(),
                        "correlation", fact.correlation().value(),
                        "payload", payload));
    }

    static long position(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }

    /** An outage is one line and then health: nothing is lost by it. */
    private void tellOnce(RuntimeException trouble) {
        if (health.status() == Health.Status.WELL) {
            LOG.info("the copy in Redis waits: {}", trouble.getMessage());
        }
        health = Health.degraded(PART, "the copy in Redis waits: " + trouble.getMessage());
    }
}
