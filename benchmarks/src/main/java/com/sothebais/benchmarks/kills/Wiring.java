package com.sothebais.benchmarks.kills;

import com.sothebais.api.database.Database;
import com.sothebais.api.event.EventLog;
import com.sothebais.auction.engine.AuctioneerThread;
import com.sothebais.auction.engine.SaleRoom;
import com.sothebais.auction.engine.Settings;
import com.sothebais.auction.engine.SnapshotTable;
import com.sothebais.auction.engine.Surroundings;
import com.sothebais.event.internal.log.PostgresEventLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The saleroom on its log, wired as the components of the bundles do it; the only place that knows how. */
record Wiring(EventLog log, SaleRoom room, AuctioneerThread thread) implements AutoCloseable {
    /** The harness bids far more often than people do. */
    private static final int RATE_POSTS = 1_000_000;

    static void migrate(Database database) {
        database.migrate("event", PostgresEventLog.class);
        database.migrate("auction", SaleRoom.class);
    }

    /** @param database one with the tables */
    static EventLog log(Database database) {
        return new PostgresEventLog(database);
    }

    /** Takes the auctioneer's place and begins to work. */
    static Wiring open(EventLog log, Database database, InstantSource clock) {
        Settings usual = Settings.DEFAULT;
        Settings settings = new Settings(usual.inboxCapacity(), usual.batchSize(), RATE_POSTS, Duration.ofSeconds(1));
        Surroundings around = new Surroundings(
                log,
                clock,
                network -> network.equals(Sale.NETWORK) ? Optional.of(Sale.HOST) : Optional.empty(),
                new SnapshotTable(database.dataSource()));
        SaleRoom room = new SaleRoom(around, settings);
        AuctioneerThread thread = new AuctioneerThread(room);
        thread.start();
        return new Wiring(log, room, thread);
    }

    @Override
    public void close() {
        thread.close();
    }
}
