package com.sothebais.benchmarks;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.event.internal.codec.EventCodec;
import com.sothebais.event.internal.dispatch.Followers;
import com.sothebais.event.internal.dispatch.ReaderTables;
import com.sothebais.event.internal.dispatch.Tries;
import com.sothebais.event.internal.log.PostgresEventLog;
import com.sothebais.postgres.internal.LocalDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * The log on an embedded PostgreSQL with its durable settings: appends beside the bare limit of the same server, and reading all
 * of it back into a fold. Log and limit take turns, so that what else the machine does hits both.
 */
final class LogBenchmark implements Benchmark {
    private static final int[] BATCHES = {1, 50, 500, 2_000};
    private static final int WARM_UP_BATCHES = 30;
    private static final int REPLAYS = 5;

    private final EventCodec codec = new EventCodec();
    private final BidFacts bids = new BidFacts();

    @Override
    public String title() {
        return "Log: appends of accepted bids beside the limit of the database, and replay (--thousands N facts to replay,"
                + " default 300)";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        int facts = options.number("thousands", 300) * 1_000;
        Path directory = Files.createTempDirectory("bench-log");
        try (LocalDatabase database = new LocalDatabase(directory)) {
            database.migrate("event", PostgresEventLog.class);
            PostgresEventLog log = new PostgresEventLog(database);
            figures.put("log.payload_bytes", rows(bids.next(100), "").length() / 100.0);
            try (LogLimit limit = new LogLimit(database.dataSource())) {
                for (int batch : BATCHES) {
                    append(log, limit, batch, figures);
                }
            }
            fill(log, facts);
            replay(database, facts, figures);
        } finally {
            remove(directory);
        }
    }

    private void append(EventLog log, LogLimit limit, int batch, Figures figures) throws Exception {
        int rounds = Math.max(60, Math.min(400, 60_000 / batch));
        double[] ours = new double[rounds];
        double[] unnest = new double[rounds];
        double[] copy = new double[rounds];
        for (int round = -WARM_UP_BATCHES; round < rounds; round++) {
            List<NewEvent> facts = bids.next(batch);
            String[] texts = facts.stream().map(this::row).toArray(String[]::new);
            byte[][] bytes = Arrays.stream(texts)
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            int at = Math.max(0, round);
            long begin = System.nanoTime();
            log.append(Append.of(facts));
            ours[at] = millisSince(begin);
            begin = System.nanoTime();
            limit.unnest(texts);
            unnest[at] = millisSince(begin);
            begin = System.nanoTime();
            limit.copy(bytes);
            copy[at] = millisSince(begin);
        }
        String name = "log.append_" + batch;
        double best = Math.min(median(unnest), median(copy));
        figures.put(name + "_ms", median(ours));
        figures.put(name + "_p95_ms", ours[rounds * 95 / 100]);
        figures.put(name + "_facts_per_s", batch / median(ours) * 1e3);
        figures.put(name + "_limit_unnest_facts_per_s", batch / median(unnest) * 1e3);
        figures.put(name + "_limit_copy_facts_per_s", batch / median(copy) * 1e3);
        figures.put(name + "_of_limit", best / median(ours));
    }

    private void fill(EventLog log, int facts) {
        while (log.last() < facts) {
            log.append(Append.of(bids.next((int) Math.min(2_000, facts - log.last()))));
        }
    }

    /** Each replay starts with nothing in memory, as a platform does. */
    private static void replay(LocalDatabase database, int facts, Figures figures) throws Exception {
        double[] read = new double[REPLAYS];
        double[] view = new double[REPLAYS];
        for (int round = -2; round < REPLAYS; round++) {
            int at = Math.max(0, round);
            PostgresEventLog log = new PostgresEventLog(database);
            long begin = System.nanoTime();
            fold(log);
            read[at] = log.last() / millisSince(begin) * 1e3;
            log = new PostgresEventLog(database);
            begin = System.nanoTime();
            follow(database, log);
            view[at] = log.last() / millisSince(begin) * 1e3;
        }
        figures.put("log.replay_facts", facts);
        figures.put("log.replay_read_facts_per_s", median(read));
        figures.put("log.replay_view_facts_per_s", median(view));
    }

    private static void fold(EventLog log) {
        long position = 0;
        List<Recorded> page = log.read(0, EventLog.READ_MAX);
        while (!page.isEmpty()) {
            for (Recorded fact : page) {
                position = next(position, fact);
            }
            page = log.read(position, EventLog.READ_MAX);
        }
    }

    private static void follow(LocalDatabase database, PostgresEventLog log) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (Followers followers =
                new Followers(log, new ReaderTables(database.dataSource()), Tries.DEFAULT, InstantSource.system())) {
            followers.add("bench", () -> new Fold(done));
            done.await();
        }
    }

    /** The least a reader can do that notices a fact that is missing, twice there or out of order. */
    private static long next(long position, Recorded fact) {
        if (fact.position() != position + 1) {
            throw new IllegalStateException("position " + fact.position() + " follows " + position);
        }
        return fact.position();
    }

    private static final class Fold implements EventSubscriber {
        private final CountDownLatch done;
        private long position;

        Fold(CountDownLatch done) {
            this.done = done;
        }

        @Override
        public String name() {
            return "bench";
        }

        @Override
        public Kind kind() {
            return Kind.VIEW;
        }

        @Override
        public void on(Recorded recorded) {
            position = next(position, recorded);
        }

        @Override
        public void caughtUp() {
            done.countDown();
        }
    }

    private String rows(List<NewEvent> facts, String between) {
        return String.join(
                between,
                facts.stream().map(fact -> codec.encode(fact.event()).json()).toList());
    }

    private String row(NewEvent fact) {
        return LogLimit.row(codec.encode(fact.event()).json());
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Sorts the values. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
