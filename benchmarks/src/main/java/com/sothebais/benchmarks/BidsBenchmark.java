package com.sothebais.benchmarks;

import com.sothebais.auction.engine.Settings;
import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Durable verdicts on one hot lot: how many a second, how soon, and beside what the same server gives to others. */
final class BidsBenchmark implements Benchmark {
    /** Until the server uses files of its write-ahead log again, as one does that has been running for a while. */
    private static final int WARM_UP_SECONDS = 20;

    private static final int FAST_PER_SECOND = 10_000;
    private static final int FAST_SECONDS = 20;
    private static final int STEADY_PER_SECOND = 1_000;
    private static final int BURST = 10_000;

    @Override
    public String title() {
        return "Bids: durable verdicts on one lot, inbox to log (--seconds N each, default 10; --minutes N at 1,000/s,"
                + " default 1; --batch N)";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        int seconds = options.number("seconds", 10);
        int minutes = options.number("minutes", 1);
        int batch = options.number("batch", Settings.DEFAULT.batchSize());
        Path directory = Path.of(System.getProperty("sothebais.root", "."), "data", "bench-bids");
        try (BidsRig rig = new BidsRig(directory, batch)) {
            Runs runs = new Runs(rig);
            runs.load("warm").saturate(WARM_UP_SECONDS);
            double ours = runs.load("most").saturate(seconds);
            figures.put("bids.per_second", ours);
            double peer = new BidsPeer(rig.database().dataSource()).measure(seconds);
            double limit = new BidsLimit(rig.database().dataSource()).measure(seconds, batch);
            figures.put("bids.peer_per_second", peer);
            figures.put("bids.limit_per_second", limit);
            figures.put("bids.peer_ratio", ours / peer);
            figures.put("bids.limit_ratio", ours / limit);
            figures.put("bids.batch_size", batch);
            double[] fast = runs.load("fast").offered(FAST_PER_SECOND, FAST_SECONDS);
            figures.put("bids.p50_ms_at_10k", percentile(fast, 0.50));
            figures.put("bids.p99_ms_at_10k", percentile(fast, 0.99));
            figures.put("bids.max_ms_at_10k", fast[fast.length - 1]);
            double[] steady = runs.load("steady").offered(STEADY_PER_SECOND, 60 * minutes);
            figures.put("bids.p50_ms_at_1k", percentile(steady, 0.50));
            figures.put("bids.p99_ms_at_1k", percentile(steady, 0.99));
            figures.put("bids.minutes_at_1k", minutes);
            figures.put("bids.burst_ms", runs.load("burst").burst(BURST));
            figures.put("bids.burst_lost", BURST - runs.recorded("burst"));
            figures.put("bids.verdicts", runs.sent());
            figures.put("bids.lost", runs.sent() - runs.recorded(""));
        }
    }

    private static double percentile(double[] ascending, double share) {
        return ascending[Math.max(0, (int) Math.ceil(ascending.length * share) - 1)];
    }

    /** Measurements one after another, each bidding on from where the one before ended. */
    private static final class Runs {
        private final BidsRig rig;
        private BidPosts posts = new BidPosts("", 10_000);
        private long sent;

        Runs(BidsRig rig) {
            this.rig = rig;
        }

        BidsLoad load(String name) {
            sent += posts.count();
            posts = new BidPosts(name + "-", posts.step());
            return new BidsLoad(rig.room(), posts);
        }

        long sent() {
            return sent + posts.count();
        }

        /** Posts of a measurement with exactly one verdict in the log. */
        long recorded(String name) throws SQLException {
            try (Connection connection = rig.database().dataSource().getConnection();
                    PreparedStatement query = connection.prepareStatement("select count(*) from (select correlation"
                            + " from event_log where type in ('auction.bid-accepted', 'auction.bid-refused')"
                            + " and correlation like ? group by correlation having count(*) = 1) once")) {
                query.setString(1, BidPosts.NETWORK + "/" + name + "%");
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }
    }
}
