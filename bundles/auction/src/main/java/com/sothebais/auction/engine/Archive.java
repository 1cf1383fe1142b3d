package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.auction.engine.Snapshots.Kept;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When snapshots are taken, how they are written, and which can be read again. A snapshot that is damaged, of another format or
 * cannot be read is passed over: the log alone is the truth.
 */
final class Archive implements AutoCloseable {

    /** Between two snapshots at least, so that a flood does not spend its time on them. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    static final RecordBytes<Snapshot> BYTES = new RecordBytes<>(Snapshot.class, Snapshot.MEANING);
    private static final long STOP_MILLIS = 5_000;

    private final Snapshots snapshots;
    private final int every;
    private final InstantSource clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private ThreadPoolExecutor thread;
    private boolean sessionEnded;
    private Instant newest = Instant.EPOCH;
    private long position;

    Archive(Snapshots snapshots, int every, InstantSource clock) {
        this.snapshots = snapshots;
        this.every = every;
        this.clock = clock;
    }

    /** From now on writes on a thread of its own. */
    void start() {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                work -> new Thread(work, "sothebais-snapshots"));
    }

    void recorded(List<NewEvent> recorded) {
        for (NewEvent fact : recorded) {
            if (fact.event() instanceof SessionMoved moved && moved.to() == SessionPhase.ENDED) {
                sessionEnded = true;
            }
        }
    }

    /** @param now the position up to which everything is in the state, whoever wrote it */
    boolean isDue(long now) {
        return snapshots != Snapshots.NONE && (sessionEnded || now - position >= every && isRested()) && !busy.get();
    }

    /** A clock that was set back does not hold snapshots up for longer. */
    private boolean isRested() {
        return Duration.between(newest, clock.instant()).abs().compareTo(PAUSE) >= 0;
    }

    void keep(Snapshot snapshot) {
        position = snapshot.place().position();
        sessionEnded = false;
        newest = clock.instant();
        busy.set(true);
        if (thread == null) {
            write(snapshot);
        } else {
            thread.execute(() -> write(snapshot));
        }
    }

    private void write(Snapshot snapshot) {
        long begin = System.nanoTime();
        try {
            byte[] bytes = BYTES.write(snapshot);
            long at = snapshot.place().position();
            snapshots.keep(new Kept(at, BYTES.format(), checksum(bytes), bytes));
            LOG.debug(
                    "snapshot at position {}: {} bytes in {} ms",
                    at,
                    bytes.length,
                    (System.nanoTime() - begin) / 1_000_000);
        } catch (RuntimeException e) {
            LOG.warn("no snapshot was written, the next start reads more of the log: {}", e.getMessage());
        } finally {
            busy.set(false);
        }
    }

    /**
     * Gives the newest snapshot that can be used to the reader; when the reader cannot use it, the one before.
     *
     * @param reader throws what it cannot use; what it throws of the log ends the search
     * @return whether there was one
     */
    boolean restore(Consumer<Snapshot> reader) {
        position = 0;
        for (Kept kept : kept()) {
            Optional<Snapshot> read = read(kept);
            if (read.isPresent() && isUsed(read.get(), reader)) {
                position = read.get().place().position();
                return true;
            }
        }
        return false;
    }

    private List<Kept> kept() {
        try {
            return snapshots.newestFirst();
        } catch (RuntimeException e) {
            LOG.warn("snapshots cannot be read, the whole log is: {}", e.getMessage());
            return List.of();
        }
    }

    private static boolean isUsed(Snapshot snapshot, Consumer<Snapshot> reader) {
        try {
            reader.accept(snapshot);
            return true;
        } catch (EventLogException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "the snapshot at position {} does not fit the log and is passed over: {}",
                    snapshot.place().position(),
                    e.getMessage());
            return false;
        }
    }

    private static Optional<Snapshot> read(Kept kept) {
        if (!kept.format().equals(BYTES.format())) {
            LOG.warn("the snapshot at position {} is of another version and is passed over", kept.position());
            return Optional.empty();
        }
        if (!checksum(kept.bytes()).equals(kept.checksum())) {
            LOG.warn("the snapshot at position {} is damaged and is passed over", kept.position());
            return Optional.empty();
        }
        try {
            return Optional.of(BYTES.read(kept.bytes()));
        } catch (RuntimeException e) {
            LOG.warn("the snapshot at position {} cannot be read and is passed over", kept.position(), e);
            return Optional.empty();
        }
    }

    static String checksum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Lets a snapshot that is being written be finished. */
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
