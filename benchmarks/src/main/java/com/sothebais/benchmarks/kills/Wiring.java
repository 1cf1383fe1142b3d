package com.sothebais.benchmarks.kills;

import com.sothebais.api.database.Database;
import com.sothebais.auction.engine.AuctioneerThread;
import com.sothebais.auction.engine.SaleRoom;
import com.sothebais.auction.engine.Settings;
import com.sothebais.auction.engine.SnapshotTable;
import com.sothebais.auction.engine.Snapshots;
import com.sothebais.auction.engine.Surroundings;
import com.sothebais.event.internal.dispatch.Followers;
import com.sothebais.event.internal.dispatch.ReaderTables;
import com.sothebais.event.internal.dispatch.Tries;
import com.sothebais.event.internal.log.PostgresEventLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The saleroom on its log, wired as the components of the bundles do it; the only place that knows how. */
record Wiring(PostgresEventLog log, SaleRoom room, AuctioneerThread thread, Followers followers)
        implements AutoCloseable {
    /** The harness bids far more often than people do. */
    private static final int RATE_POSTS = 1_000_000;

    /** Far more often than in earnest, so that kills meet snapshots. */
    private static final int SNAPSHOT_FACTS = 2_000;

    static void migrate(Database database) {
        database.migrate("event", PostgresEventLog.class);
        database.migrate("auction", SaleRoom.class);
    }

    /** @param database one with the tables */
    static PostgresEventLog log(Database database) {
        return new PostgresEventLog(database);
    }

    /**
     * Takes the auctioneer's place and begins to work.
     *
     * @param quickly from a snapshot; else snapshots are kept and not used
     */
    static Wiring open(PostgresEventLog log, Database database, InstantSource clock, boolean quickly) {
        Settings usual = Settings.DEFAULT;
        Settings settings = new Settings(
                usual.inboxCapacity(),
                usual.batchSize(),
                RATE_POSTS,
                RATE_POSTS,
                Duration.ofSeconds(1),
                SNAPSHOT_FACTS);
        Snapshots table = new SnapshotTable(database.dataSource());
        Surroundings around = new Surroundings(
                log,
                clock,
                network -> network.equals(Sale.NETWORK) ? Optional.of(Sale.HOST) : Optional.empty(),
                quickly ? table : new Unread(table));
        SaleRoom room = new SaleRoom(around, settings);
        AuctioneerThread thread = new AuctioneerThread(room);
        thread.start();
        Followers followers =
                new Followers(log, new ReaderTables(database.dataSource()), Tries.DEFAULT, InstantSource.system());
        followers.add(room, () -> room);
        return new Wiring(log, room, thread, followers);
    }

    /** Keeps snapshots and gives none back, so that the whole log is read. */
    private record Unread(Snapshots table) implements Snapshots {
        @Override
        public List<Kept> newestFirst() {
            return List.of();
        }

        @Override
        public void keep(Kept snapshot) {
            table.keep(snapshot);
        }
    }

    @Override
    public void close() {
        followers.close();
        thread.close();
    }
}
