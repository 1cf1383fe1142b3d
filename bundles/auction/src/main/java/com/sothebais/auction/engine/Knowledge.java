package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.auction.rules.Floor;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the auctioneer knows, and up to which place of the log. Facts of others come through the dispatcher and therefore later than
 * its own, so there are two places. One writer.
 */
final class Knowledge {
    private final EventLog log;
    private SeenPosts seen;
    /** Everything that is decided; the newest batches of it may still be on their way into the log. */
    private Floor floor = new Floor();

    /** See {@link Snapshot.Place}. */
    private long own;

    private long foreign;
    private Instant last = Instant.EPOCH;
    private String mark = "";

    Knowledge(EventLog log) {
        this.log = log;
        this.seen = new SeenPosts(log, SeenPosts.MEMORY_MAX);
    }

    Floor floor() {
        return floor;
    }

    SeenPosts seen() {
        return seen;
    }

    /** When the newest fact that was decided happened. */
    Instant last() {
        return last;
    }

    /** The last fact that the auctioneer wrote. */
    long own() {
        return own;
    }

    /** Everything up to this position is known, whoever wrote it. */
    long position() {
        return Math.min(own, foreign);
    }

    /** Nothing may be on its way. */
    Snapshot snapshot() {
        return new Snapshot(floor.state(), seen.memory(), new Snapshot.Place(own, foreign, last, mark));
    }

    void decided(Batch batch) {
        floor = batch.floor();
        last = batch.last();
    }

    /** The auctioneer wrote that, and everything it decided before. */
    void recorded(Recorded newest) {
        own = newest.position();
        mark = newest.id().toString();
    }

    /** A fact that somebody else wrote; each counts once. */
    void take(Recorded others) {
        if (others.position() > foreign) {
            floor.apply(others.fact());
            foreign = others.position();
        }
    }

    /** All facts of others up to there were taken. */
    void heard(long position) {
        foreign = Math.max(foreign, position);
    }

    /**
     * Forgets everything for the state of the snapshot and what the log has behind it.
     *
     * @return whether a fact behind it is the one that is wanted
     * @throws com.sothebais.api.event.EventLogException when the log cannot be read
     * @throws RuntimeException when the snapshot is not one of this log
     */
    boolean rebuild(Snapshot from, Predicate<NewEvent> wanted) {
        own = from.place().own();
        foreign = from.place().foreign();
        last = from.place().last();
        mark = from.place().mark();
        check();
        floor = Floor.of(from.floor());
        seen = new SeenPosts(log, SeenPosts.MEMORY_MAX);
        seen.remember(from.seen());
        return read(wanted);
    }

    private void check() {
        long end = log.last();
        if (Math.max(own, foreign) > end) {
            throw new IllegalStateException("it is newer than the log, which ends at position " + end);
        }
        if (own > 0) {
            List<Recorded> there = log.read(own - 1, 1);
            if (there.isEmpty() || !there.get(0).id().toString().equals(mark)) {
                throw new IllegalStateException("the log has another fact at position " + own);
            }
        }
    }

    private boolean read(Predicate<NewEvent> wanted) {
        boolean met = false;
        List<Recorded> page = log.read(position(), EventLog.READ_MAX);
        while (!page.isEmpty()) {
            for (Recorded recorded : page) {
                apply(recorded);
                met |= wanted.test(recorded.fact());
            }
            Recorded newest = page.get(page.size() - 1);
            if (newest.position() > own) {
                recorded(newest);
            }
            heard(newest.position());
            page = log.read(newest.position(), EventLog.READ_MAX);
        }
        return met;
    }

    private void apply(Recorded recorded) {
        if (!(recorded.event() instanceof AuctionEvent)) {
            if (recorded.position() > foreign) {
                floor.apply(recorded.fact());
            }
        } else if (recorded.position() > own) {
            floor.apply(recorded.fact());
            seen.add(recorded.event());
            if (recorded.fact().at().isAfter(last)) {
                last = recorded.fact().at();
            }
        }
    }
}
