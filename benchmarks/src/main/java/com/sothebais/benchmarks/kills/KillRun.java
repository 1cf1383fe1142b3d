package com.sothebais.benchmarks.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs a saleroom under load and does things to it. After each the whole log is read and held against what the network knows. Not
 * thread-safe.
 */
public final class KillRun implements AutoCloseable {
    /** What is killed. */
    public enum Victim {
        SALEROOM,
        DATABASE,
        BOTH
    }

    private static final Duration READY_MAX = Duration.ofSeconds(60);
    private static final Duration RECOVERY_MAX = Duration.ofSeconds(60);
    private static final Duration AUDIT_MAX = Duration.ofSeconds(180);
    private static final Duration FILL_MAX = Duration.ofSeconds(300);
    private static final Duration SNAPSHOT_TIME = Duration.ofSeconds(8);
    private static final Duration AFTERWARDS = Duration.ofMillis(200);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final int LOAD_MILLIS_MIN = 200;
    private static final int LOAD_MILLIS_SPREAD = 1_000;
    private static final int REPEATED = 20;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Path directory;
    private final Path log;
    private final Random random;
    private final Network network;
    private final PostgresProcesses postgres;
    private final LinkedList<Victim> victims = new LinkedList<>();
    private NodeProcess node;

    /**
     * Starts a saleroom with an open lot.
     *
     * @param directory for the database and the nodes' log; emptied by the caller
     * @param seed of every random choice; the same seed kills after the same times
     */
    public KillRun(Path directory, long seed) throws IOException, InterruptedException {
        this.directory = Files.createDirectories(directory).toRealPath();
        this.log = this.directory.resolve("nodes.log");
        this.random = new Random(seed);
        this.network = new Network(random);
        this.postgres = new PostgresProcesses(this.directory.resolve("postgres"));
        start(true);
        try {
            recovery(System.nanoTime(), network.offered());
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    private void start(boolean quickly) throws IOException, InterruptedException {
        node = new NodeProcess(
                log,
                network::outcome,
                quickly ? "quick" : "whole",
                directory.resolve("postgres").toString());
        try {
            node.await("READY", READY_MAX);
        } catch (IllegalStateException e) {
            close();
            throw new IllegalStateException(e.getMessage() + "; see " + log, e);
        }
        network.connect(node);
    }

    /**
     * What a fault came to.
     *
     * @param quickly whether the saleroom came back from a snapshot, not from the whole log; true when it stayed
     * @param recoveryMillis from the fault to the first acknowledgement of a post offered after it
     */
    public record Round(Victim victim, boolean quickly, double recoveryMillis, Finding finding) {}

    /**
     * What the log says after a fault; {@code lost}, {@code invented} and {@code broken} must be zero.
     *
     * @param acknowledged posts acknowledged so far
     * @param proxied bids of the engine for private maxima
     * @param voided bids that an admin took back
     * @param backdated facts dated before the fact before them in their stream
     */
    public record Finding(
            int acknowledged,
            int lost,
            int invented,
            int broken,
            int backdated,
            int accepted,
            int proxied,
            int voided,
            int extended,
            int lots,
            List<String> violations) {
        public boolean isClean() {
            return lost == 0 && invented == 0 && broken == 0;
        }
    }

    /** Kills somebody at a random moment under load, and looks at what is left. */
    public Round kill() throws IOException, InterruptedException {
        Victim victim = next();
        boolean quickly = victim == Victim.DATABASE || random.nextBoolean();
        network.offerFor(Duration.ofMillis(LOAD_MILLIS_MIN + random.nextInt(LOAD_MILLIS_SPREAD)));
        long killed = System.nanoTime();
        if (victim != Victim.SALEROOM) {
            postgres.kill();
        }
        if (victim != Victim.DATABASE) {
            node.close();
        }
        int before = network.offered();
        if (victim != Victim.DATABASE) {
            start(quickly);
        }
        double millis = recovery(killed, before);
        return new Round(victim, quickly, millis, settle());
    }

    /** Makes the log longer by so many facts, then kills everything. */
    public Round killWithLongLog(int facts, boolean quickly) throws IOException, InterruptedException {
        node.send("FILL\t" + facts);
        node.await("FILLED", FILL_MAX);
        // Long enough for a snapshot behind all of it.
        network.offerFor(SNAPSHOT_TIME);
        long killed = System.nanoTime();
        postgres.kill();
        node.close();
        int before = network.offered();
        start(quickly);
        return new Round(Victim.BOTH, quickly, recovery(killed, before), settle());
    }

    /** In random order, but each comes as often as the others. */
    private Victim next() {
        if (victims.isEmpty()) {
            victims.addAll(List.of(Victim.values()));
            Collections.shuffle(victims, random);
        }
        return victims.poll();
    }

    /** Takes the database away for a while: it is killed and cannot start again until then. */
    public Round databaseDown(Duration time) throws IOException, InterruptedException {
        Path settings = directory.resolve("postgres/data/postgresql.auto.conf");
        String well = Files.readString(settings);
        network.offerFor(AFTERWARDS);
        Files.writeString(settings, well + "\nsothebais_is_down = on\n");
        try {
            postgres.kill();
            network.offerFor(time);
        } finally {
            Files.writeString(settings, well);
        }
        int before = network.offered();
        double millis = recovery(System.nanoTime(), before);
        return new Round(Victim.DATABASE, true, millis, settle());
    }

    /** The database does not answer for a while, but lives; recovery counts from its return. */
    public Round databaseHangs(Duration time) throws IOException, InterruptedException {
        network.offerFor(AFTERWARDS);
        postgres.signal("STOP");
        try {
            network.offerFor(time);
        } finally {
            postgres.signal("CONT");
        }
        int before = network.offered();
        double millis = recovery(System.nanoTime(), before);
        return new Round(Victim.DATABASE, true, millis, settle());
    }

    /** Sets the saleroom's clock back for some time under load, and right again. */
    public Finding clockSetBack(Duration back, Duration time) throws InterruptedException {
        network.offerFor(time);
        node.send("CLOCK\t-" + back.toSeconds());
        network.offerFor(time);
        Finding setBack = settle();
        node.send("CLOCK\t0");
        network.offerFor(time);
        Finding right = settle();
        return setBack.isClean() ? right : setBack;
    }

    /**
     * What two owners came to.
     *
     * @param lateAcknowledgements posts that the old owner acknowledged after the new one was ready
     * @param said the old owner's health
     */
    public record Takeover(int lateAcknowledgements, String said, Finding finding) {}

    /** A second process claims the auctions of the running one; the first must stop, the second goes on. */
    public Takeover secondOwner() throws IOException, InterruptedException {
        network.offerFor(AFTERWARDS);
        network.drain();
        node.send("SERVER");
        String[] server = node.await("SERVER", READY_MAX).split("\t");
        try (NodeProcess second = new NodeProcess(log, network::outcome, "beside", server[1], server[2], server[3])) {
            second.await("READY", READY_MAX);
            // The first does not know yet; what it is given now it must not acknowledge.
            int before = network.offered();
            network.offerFor(AFTERWARDS);
            int late = (int)
                    network.acknowledged().stream().filter(id -> id > before).count();
            String said = fencedHealth();
            network.connect(second);
            network.offerUntil(() -> network.hasAcknowledgedAfter(before));
            network.drain();
            Finding finding = audit(second);
            node.close();
            return new Takeover(late, said, finding);
        }
    }

    private String fencedHealth() throws InterruptedException {
        String said;
        do {
            LockSupport.parkNanos(POLL.toNanos());
            node.send("HEALTH");
            said = node.await("HEALTH", READY_MAX);
        } while (said.contains("WELL"));
        return said;
    }

    private double recovery(long from, int before) {
        long limit = from + RECOVERY_MAX.toNanos();
        network.offerUntil(() -> network.hasAcknowledgedAfter(before) || System.nanoTime() > limit);
        long first = network.firstAcknowledgedAfter(before);
        if (first == 0) {
            throw new IllegalStateException("no bid was acknowledged within " + RECOVERY_MAX + "; see " + log);
        }
        return (first - from) / NANOS_PER_MILLI;
    }

    /** Lets everything get its answer, repeats some, and reads the log. */
    private Finding settle() throws InterruptedException {
        network.offerFor(AFTERWARDS);
        network.repeat(REPEATED);
        network.drain();
        return audit(node);
    }

    private Finding audit(NodeProcess of) throws InterruptedException {
        long end = System.nanoTime() + AUDIT_MAX.toNanos();
        List<String> lines;
        do {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the log cannot be read; see " + log);
            }
            of.send("AUDIT");
            lines = of.collect("END", AUDIT_MAX);
        } while (lines.get(0).startsWith(SaleNode.UNREADABLE));
        Audit audit = new Audit();
        lines.subList(lines.lastIndexOf(SaleNode.AGAIN) + 1, lines.size()).forEach(audit::take);
        Set<Integer> offered = new HashSet<>();
        for (int id = 1; id <= network.offered(); id++) {
            offered.add(id);
        }
        Set<Integer> acknowledged = network.acknowledged();
        return audit.finding(offered, acknowledged);
    }

    @Override
    public void close() {
        node.close();
        postgres.kill();
    }
}
