package com.sothebais.event.internal.log;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.event.internal.codec.Encoded;
import com.sothebais.event.internal.codec.EventCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * The log in one table. Writers take turns, here by a lock and across processes by an advisory lock that lasts until commit;
 * readers never wait. After each commit the facts are handed to the followers of this process from memory.
 */
public final class PostgresEventLog implements EventLog, LogTail {
    /** Most facts of one append. */
    static final int APPEND_MAX = 10_000;

    private static final int RECENT_MAX = 1_024;

    private final DataSource source;
    private final EventCodec codec;
    private final LogTable table;
    private final LostCommit lostCommit;
    private final ReentrantLock writers = new ReentrantLock(true);
    private final Object readers = new Object();
    private final RecentFacts recent = new RecentFacts(RECENT_MAX);
    private long known;
    private long nudges;

    /** The tables must be there already. */
    public PostgresEventLog(DataSource source) {
        this.source = source;
        this.codec = new EventCodec();
        this.table = new LogTable(codec);
        this.lostCommit = new LostCommit(source, table);
        this.known = last();
    }

    @Override
    public List<Recorded> append(Append append) {
        if (append.events().size() > APPEND_MAX) {
            throw new IllegalArgumentException("at most " + APPEND_MAX + " facts at once, got "
                    + append.events().size());
        }
        List<NewEvent> facts =
                append.events().stream().map(PostgresEventLog::storable).toList();
        List<Encoded> payloads =
                facts.stream().map(fact -> codec.encode(fact.event())).toList();
        writers.lock();
        try {
            List<Recorded> recorded = record(append, facts, payloads);
            publish(recorded);
            return recorded;
        } finally {
            writers.unlock();
        }
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        checkLimit(limit);
        Optional<List<Recorded>> remembered = remembered(after, limit);
        return remembered.isPresent()
                ? remembered.get()
                : query("read the log after position " + after, connection -> table.read(connection, after, limit));
    }

    @Override
    public List<Recorded> readStream(StreamId stream, long afterSequence, int limit) {
        checkLimit(limit);
        return query("read stream " + stream, connection -> table.readStream(connection, stream, afterSequence, limit));
    }

    @Override
    public List<Recorded> correlated(CorrelationId correlation, int limit) {
        checkLimit(limit);
        return query(
                "read the story of " + correlation, connection -> table.correlated(connection, correlation, limit));
    }

    @Override
    public Optional<Recorded> find(EventId id) {
        return query("find event " + id, connection -> table.find(connection, id));
    }

    @Override
    public long positionAt(Instant instant) {
        return query("find the position at " + instant, connection -> table.positionAt(connection, instant));
    }

    @Override
    public long last() {
        return query("read the last position", table::last);
    }

    /** Waits for appends that hold the lock, so that nothing of an earlier owner can follow the grant. */
    @Override
    public Fence claim(String resource) {
        return change("claim " + resource, connection -> {
            table.lockWriters(connection);
            return table.claim(connection, resource);
        });
    }

    @Override
    public List<Recorded> follow(long after, int limit) {
        return after < known() ? read(after, limit) : List.of();
    }

    @Override
    public List<Recorded> followStream(StreamId stream, long after, long upTo, int limit) {
        return query("read stream " + stream, connection -> table.readStream(connection, stream, after, upTo, limit));
    }

    @Override
    public long known() {
        synchronized (readers) {
            return known;
        }
    }

    @Override
    public void await(long position, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (readers) {
            long nudgesBefore = nudges;
            while (known <= position && nudges == nudgesBefore) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return;
                }
                readers.wait(millis);
            }
        }
    }

    @Override
    public void nudge() {
        synchronized (readers) {
            nudges++;
            readers.notifyAll();
        }
    }

    /** Looks for facts that another process wrote. */
    void refresh() {
        long last = last();
        synchronized (readers) {
            if (last > known) {
                known = last;
                readers.notifyAll();
            }
        }
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > READ_MAX) {
            throw new IllegalArgumentException("limit must be 1.." + READ_MAX + ", got " + limit);
        }
    }

    private void publish(List<Recorded> recorded) {
        synchronized (readers) {
            recent.add(recorded);
            known = Math.max(known, recorded.get(recorded.size() - 1).position());
            readers.notifyAll();
        }
    }

    private Optional<List<Recorded>> remembered(long after, int limit) {
        synchronized (readers) {
            return recent.after(after, limit);
        }
    }

    private List<Recorded> record(Append append, List<NewEvent> facts, List<Encoded> payloads) {
        List<Recorded> placed = List.of();
        boolean committing = false;
        try (Transaction transaction = new Transaction(source)) {
            Connection connection = transaction.connection();
            placed = table.place(connection, facts, append.fence());
            table.insert(connection, placed, payloads);
            append.projection().write(connection);
            committing = true;
            transaction.commit();
            return placed;
        } catch (SQLException e) {
            if (committing && lostCommit.happened(placed.get(0))) {
                return placed;
            }
            throw new EventLogException(
                    "could not record " + facts.size() + " facts, first of stream " + facts.get(0).stream() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private <T> T change(String what, Work<T> work) {
        try (Transaction transaction = new Transaction(source)) {
            T result = work.with(transaction.connection());
            transaction.commit();
            return result;
        } catch (SQLException e) {
            throw new EventLogException("could not " + what + ": " + e.getMessage(), e);
        }
    }

    private <T> T query(String what, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new EventLogException("could not " + what + ": " + e.getMessage(), e);
        }
    }

    /** As it comes back from the database: microseconds, and no character that PostgreSQL text cannot hold. */
    private static NewEvent storable(NewEvent fact) {
        for (String text :
                List.of(fact.stream().value(), fact.source(), fact.correlation().value())) {
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "a stream, source or correlation id contains U+0000: " + text.replace('\0', '\uFFFD'));
            }
        }
        return new NewEvent(
                fact.stream(),
                fact.event(),
                fact.source(),
                fact.at().truncatedTo(ChronoUnit.MICROS),
                fact.correlation(),
                fact.causation());
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
