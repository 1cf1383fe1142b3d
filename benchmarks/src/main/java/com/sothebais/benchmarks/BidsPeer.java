package com.sothebais.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** What is written most often: a transaction per bid that locks the auction's row. Plain SQL, prepared once per connection. */
final class BidsPeer {
    private static final int CONNECTIONS = 16;
    private static final String PAYLOAD =
            "{\"auction\":\"peer\",\"post\":{\"id\":\"%s\",\"text\":\"@sothebais I bid\"},"
                    + "\"bidder\":\"user-%d\",\"wallet\":\"0x%040x\",\"amount\":\"%s\",\"next\":\"%s\"}";

    private final DataSource source;
    private final AtomicLong count = new AtomicLong();

    BidsPeer(DataSource source) {
        this.source = source;
    }

    /** Durable bids a second. */
    double measure(double seconds) throws Exception {
        prepare();
        run(Math.min(2, seconds));
        count.set(0);
        long begin = System.nanoTime();
        run(seconds);
        return count.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private void run(double seconds) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int bidder = i;
                all.add(threads.submit(() -> {
                    bid(bidder, end);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table peer_auction (id text primary key, price numeric not null,"
                    + " leader text, ends timestamptz not null, bids bigint not null)");
            statement.execute(
                    "create table peer_bid (post text primary key, auction text not null, bidder text not null,"
                            + " amount numeric not null, at timestamptz not null)");
            statement.execute("create table peer_event (position bigserial primary key, id uuid not null,"
                    + " stream text not null, type text not null, at timestamptz not null, payload text not null)");
            statement.execute("insert into peer_auction values ('peer', 0, null, now() + interval '1 day', 0)");
        }
    }

    private void bid(int bidder, long end) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select price, ends from peer_auction where id = ? for update");
                PreparedStatement bid = connection.prepareStatement("insert into peer_bid values (?, ?, ?, ?, ?)");
                PreparedStatement lead = connection.prepareStatement(
                        "update peer_auction set price = ?, leader = ?, bids = bids + 1 where id = ?");
                PreparedStatement event = connection.prepareStatement(
                        "insert into peer_event (id, stream, type, at, payload) values (?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                String post = UUID.randomUUID().toString();
                OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
                lock.setString(1, "peer");
                BigDecimal price;
                try (ResultSet row = lock.executeQuery()) {
                    row.next();
                    price = row.getBigDecimal(1).add(BigDecimal.ONE);
                }
                bid.setString(1, post);
                bid.setString(2, "peer");
                bid.setString(3, "user-" + bidder);
                bid.setBigDecimal(4, price);
                bid.setObject(5, now);
                bid.executeUpdate();
                lead.setBigDecimal(1, price);
                lead.setString(2, "user-" + bidder);
                lead.setString(3, "peer");
                lead.executeUpdate();
                event.setObject(1, UUID.randomUUID());
                event.setString(2, "auction/peer");
                event.setString(3, "bid-accepted");
                event.setObject(4, now);
                event.setString(5, String.format(PAYLOAD, post, bidder, bidder, price, price.add(BigDecimal.ONE)));
                event.executeUpdate();
                connection.commit();
                count.incrementAndGet();
            }
        }
    }
}
