package com.sothebais.event.internal.log;

import com.sothebais.api.database.Database;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.event.internal.codec.Bytes;
import com.sothebais.event.internal.codec.EventCodec;
import com.sothebais.event.internal.codec.Shared;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The log in one table. Writers take turns, here by a lock and across processes by an advisory lock that lasts until commit;
 * readers never wait. After each commit the facts are handed to the followers of this process from memory.
 */
public final class PostgresEventLog implements EventLog, LogTail, AutoCloseable {
    /** Most facts of one append. */
    static final int APPEND_MAX = 10_000;

    /** So many facts are followed from memory. All of them are moved by a collection of garbage, so more would cost longer pauses. */
    private static final int RECENT_MAX = 4_096;

    private static final long RECENT_BYTES_MAX = 16L << 20;

    /** Whoever asks for more goes through the log and is read to ahead. */
    private static final int SINGLE_READ_MAX = 100;

    /** Buffers and shared values that are kept for the next use; a larger buffer is not. */
    private static final int KEPT_MAX = 2;

    private static final int KEPT_BUFFER_MAX = 4 << 20;

    private final DataSource source;
    private final EventCodec codec = new EventCodec();
    private final LogTable table;
    private final LostCommit lostCommit;
    private final ReentrantLock writers = new ReentrantLock(true);
    private final Object readers = new Object();
    private final RecentFacts recent = new RecentFacts(RECENT_MAX, RECENT_BYTES_MAX);
    private final LogPages pages = new LogPages(this::load);
    private final Queue<Bytes> buffers = new ArrayBlockingQueue<>(KEPT_MAX);
    private final Queue<Shared> shared = new ArrayBlockingQueue<>(KEPT_MAX);
    private long known;
    private long nudges;

    /** The tables must be there already. */
    public PostgresEventLog(Database database) {
        this.source = database.dataSource();
        this.table = new LogTable(database, codec);
        this.lostCommit = new LostCommit(source, table);
        this.known = last();
    }

    @Override
    public List<Recorded> append(Append append) {
        return ready(append).append();
    }

    /** Writes the rows down, all but their places. */
    @Override
    public Ready ready(Append append) {
        if (append.events().size() > APPEND_MAX) {
            throw new IllegalArgumentException("at most " + APPEND_MAX + " facts at once, got "
                    + append.events().size());
        }
        List<NewEvent> facts =
                append.events().stream().map(PostgresEventLog::storable).toList();
        Bytes buffer = kept(buffers, Bytes::new);
        RowBatch rows = new RowBatch(facts, codec, buffer);
        return () -> append(append, rows, buffer);
    }

    private List<Recorded> append(Append append, RowBatch rows, Bytes buffer) {
        writers.lock();
        try {
            List<Recorded> recorded = record(append, rows);
            publish(recorded, rows);
            return recorded;
        } finally {
            writers.unlock();
            if (buffer.array().length <= KEPT_BUFFER_MAX) {
                buffers.offer(buffer);
            }
        }
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        checkLimit(limit);
        Optional<List<Recorded>> remembered = remembered(after, limit);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        List<Recorded> found = limit > SINGLE_READ_MAX ? pages.read(after, limit, known()) : List.of();
        if (found.size() == limit) {
            return found;
        }
        long from = found.isEmpty() ? after : found.get(found.size() - 1).position();
        List<Recorded> rest = query(
                "read the log after position " + from,
                connection -> table.read(connection, from, limit - found.size()));
        if (found.isEmpty()) {
            return rest;
        }
        found.addAll(rest);
        return found;
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
    public Set<CorrelationId> known(Collection<CorrelationId> correlations) {
        if (correlations.size() > READ_MAX) {
            throw new IllegalArgumentException("at most " + READ_MAX + " correlations, got " + correlations.size());
        }
        return correlations.isEmpty()
                ? Set.of()
                : query("look for correlations", connection -> table.known(connection, correlations));
    }

    @Override
    public Optional<Recorded> find(EventId id) {
        return query("find event " + id, connection -> table.find(connection, id));
    }

    @Override
    public long positionAt(Instant instant) {
        return query(
                "find the position at " + instant, connection -> table.positionAt(connection, instant, APPEND_MAX));
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

    /** Looks for facts that another process wrote, and forgets what was read for replays that are over. */
    void refresh() {
        pages.forgetIdle();
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

    @Override
    public void close() {
        pages.close();
    }

    private void publish(List<Recorded> recorded, RowBatch rows) {
        synchronized (readers) {
            for (int i = 0; i < recorded.size(); i++) {
                recent.add(recorded.get(i), rows.size(i));
            }
            known = Math.max(known, recorded.get(recorded.size() - 1).position());
            readers.notifyAll();
        }
    }

    private Optional<List<Recorded>> remembered(long after, int limit) {
        synchronized (readers) {
            return recent.after(after, limit);
        }
    }

    private List<Recorded> load(long after, long upTo) {
        Shared values = kept(shared, Shared::new);
        try {
            return query(
                    "read the log after position " + after, connection -> table.copy(connection, after, upTo, values));
        } finally {
            shared.offer(values);
        }
    }

    private List<Recorded> record(Append append, RowBatch rows) {
        List<NewEvent> facts = rows.facts();
        List<Recorded> placed = List.of();
        boolean committing = false;
        try (Transaction transaction = new Transaction(source)) {
            Connection connection = transaction.connection();
            placed = table.place(connection, facts, append.fence());
            for (int i = 0; i < placed.size(); i++) {
                rows.place(i, placed.get(i));
            }
            table.insert(connection, rows);
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

    private static <T> T kept(Queue<T> kept, Supplier<T> fresh) {
        T one = kept.poll();
        return one == null ? fresh.get() : one;
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
