package com.sothebais.simulation;

import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.money.Currency;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Inbox.Receipt;
import com.sothebais.auction.engine.Settings;
import com.sothebais.auction.engine.Snapshots;
import com.sothebais.auction.engine.SteppedRoom;
import com.sothebais.auction.engine.Surroundings;
import com.sothebais.simulation.oracle.Hearsay;
import com.sothebais.simulation.oracle.Invariant;
import com.sothebais.simulation.oracle.Oracle;
import com.sothebais.simulation.oracle.Said;
import com.sothebais.simulation.oracle.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * Time, processes, networks and the database of one run. Time is true time; the auctioneer's clock shows it plus an offset, every
 * network's plus its skew. Nothing happens by itself: {@link #runUntil} lets what is planned happen, one thing after another.
 */
final class World {
    /** The auctioneer's resource in the log. */
    static final String OWNER = "auctioneer";

    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration RECORDING_MAX = Duration.ofMillis(5);
    private static final Duration WAKE_MAX = Duration.ofMillis(20);
    private static final Duration REDELIVERY_MAX = Duration.ofSeconds(3);
    /** In a batch of that size there is room for everything that waits. */
    private static final int BATCH_OF_ALL = 500;

    private static final int TURNS_MAX = 200_000;

    /** A post on its way. */
    record Delivery(Said said, Instant at, long number) {}

    final Scenario scenario;
    final Dice dice;
    final Oracle oracle;
    final SimulatedLog log;
    final List<Said> written = new ArrayList<>();
    final Commands commands = new Commands(this);
    private final Wiring wiring;
    final Vault vault;
    private final PriorityQueue<Delivery> deliveries =
            new PriorityQueue<>(Comparator.comparing(Delivery::at).thenComparing(Delivery::number));

    Instant time;
    Duration offset = Duration.ZERO;
    Optional<Node> node = Optional.empty();
    Optional<Node> rival = Optional.empty();
    /** When the next process starts, while there is none. */
    Instant starts;

    int crashes;
    private int processes;
    private Instant latest = Instant.EPOCH;
    private boolean calm;
    private long numbers;
    private int turns;

    World(Scenario scenario, Wiring wiring) {
        this.scenario = scenario;
        this.wiring = wiring;
        this.dice = new Dice(~scenario.seed());
        this.vault = new Vault(new Dice(scenario.seed() ^ 0x5A4E));
        this.time = scenario.start();
        this.starts = time;
        Settings settings = scenario.settings();
        this.oracle = new Oracle(
                new Hearsay.Limits(settings.ratePosts(), settings.rateWalletBids(), settings.rateWindow()),
                List.of(Currency.ETH, Cast.USDC));
        this.log = new SimulatedLog(oracle::committed);
    }

    /** What the auctioneer's clock shows. */
    Instant wall() {
        Instant now = time.plus(offset);
        latest = later(latest, now);
        return now;
    }

    /** The latest time that the auctioneer's clock ever showed: it goes on from there when it was set back. */
    Instant latest() {
        wall();
        return latest;
    }

    // --- processes

    /** A new process on the same database; the one before may still live. */
    Node start() {
        EventLog shown = wiring.log(log);
        Node fresh = new Node(shown, oracle.learner(log.last()), time, ++processes);
        InstantSource clock = wiring.clock(() -> {
            fresh.interference.touch("clock");
            return wall();
        });
        Snapshots snapshots = wiring.snapshots(new ShakySnapshots(vault, fresh.interference));
        fresh.room = new SteppedRoom(
                new Surroundings(wiring.shaky(fresh.log), clock, this::host, snapshots),
                wiring.settings(scenario.settings()),
                scenario.isPipelined());
        return fresh;
    }

    private Optional<Account> host(String network) {
        return scenario.cast().networks().stream()
                .filter(one -> one.name().equals(network))
                .findFirst()
                .map(Cast.Network::host);
    }

    void crash(Node dead) {
        crashes++;
        end(dead, dice.upTo(Duration.ofSeconds(dice.percent(80) ? 1 : 12)));
    }

    /** What it was handed and has not answered comes again, from networks that got no receipt. */
    private void end(Node dead, Duration down) {
        dead.handed.forEach(handed -> again(handed.said()));
        dead.handed.clear();
        vault.ended(dead.interference);
        commands.lost(dead);
        rival = rival.filter(one -> one != dead);
        if (node.filter(one -> one == dead).isPresent()) {
            node = Optional.empty();
            starts = time.plus(down);
        }
    }

    /** Ends a process in good weather and starts the next. */
    void restart(Node old) {
        end(old, Duration.ZERO);
    }

    /** From now on nothing fails. The old process of two ends. */
    void calm() {
        rival.ifPresent(old -> end(old, Duration.ZERO));
        node.ifPresent(one -> {
            one.interference.calm();
            one.heldUntil = Instant.MIN;
            one.wakeBy(time);
        });
        vault.calm();
        calm = true;
    }

    private void step(Node stepping) {
        dispatch(stepping);
        stepping.steps++;
        long heard = stepping.dispatched;
        if (!scenario.isPipelined()) {
            stepping.learner.knows(heard);
        }
        oracle.writes(stepping.learner);
        stepping.interference.stepping(true);
        try {
            Instant due = stepping.room.step();
            // What was decided before these facts were heard is recorded by now.
            stepping.learner.knows(heard);
            stepped(stepping, due);
        } catch (EventLogException e) {
            stepping.learner.knows(heard);
            oracle.unordered();
            stepping.seen = 0;
            answered(stepping);
            stepping.wakes = time.plus(RETRY);
        } catch (Crash e) {
            crash(stepping);
        } catch (RuntimeException e) {
            throw failure(e);
        } finally {
            stepping.interference.stepping(false);
        }
        if (stepping.room.isFenced()) {
            end(stepping, dice.upTo(Duration.ofSeconds(2)));
        }
    }

    private void stepped(Node node, Instant due) {
        answered(node);
        boolean busy = node.room.hasWorks() || !due.isAfter(wall());
        boolean owner = node.log.epoch() == log.epoch(OWNER);
        if (!node.room.isIdle()) {
            recordsSoon(node);
        } else if (owner && !busy) {
            require(node.handed.isEmpty(), "posts wait although nothing is to be done: " + node.handed);
            look(node, due);
        }
        node.wakes = busy ? time : due.equals(Instant.MAX) ? due : later(due.minus(offset), time);
    }

    /** Nothing can differ from what was looked at before as long as nothing was recorded and nothing failed. */
    private void look(Node node, Instant due) {
        if (node.seen == log.last()) {
            oracle.punctual(wall(), due);
        } else {
            boolean all = node.dispatched == log.last();
            oracle.stepped(node.room.floor(), wall(), due, all);
            node.seen = all ? log.last() : 0;
        }
    }

    /** The thread of the recorder is fast, as a rule. */
    private void recordsSoon(Node node) {
        int way = calm ? 0 : dice.below(100);
        Duration wait = way < 60 ? RECORDING_MAX : way < 85 ? Duration.ZERO : RECORDING_MAX.multipliedBy(100);
        node.records = time.plus(dice.upTo(wait));
    }

    /** The recorder finishes in the middle of a step. */
    void recordMeanwhile(Node node) {
        node.room.recordNext();
    }

    /** What the thread of the recorder does beside the auctioneer's. */
    private void record(Node recording) {
        recording.records = Instant.MAX;
        oracle.writes(recording.learner);
        recording.interference.stepping(true);
        try {
            recording.room.recordNext();
            answered(recording);
            recording.wakeBy(time);
        } catch (Crash e) {
            crash(recording);
        } finally {
            recording.interference.stepping(false);
        }
    }

    private static Violation failure(RuntimeException e) {
        Violation violation = new Violation(Invariant.ENGINE, "the auctioneer failed with " + e);
        violation.initCause(e);
        return violation;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new Violation(Invariant.ENGINE, message);
        }
    }

    /** Mostly everything at once, sometimes a part, nothing while the dispatcher is held. */
    private void dispatch(Node to) {
        if (!time.isBefore(to.heldUntil)) {
            List<Recorded> facts = next(to);
            boolean whole = calm || dice.percent(85);
            to.dispatch(facts, whole ? facts.size() : dice.below(facts.size() + 1));
        }
    }

    private List<Recorded> next(Node to) {
        return log.read(to.dispatched, EventLog.READ_MAX).stream()
                .map(wiring::fact)
                .toList();
    }

    /** The dispatcher has nothing left for the process. */
    void dispatchAll(Node to) {
        to.dispatch(next(to), Integer.MAX_VALUE);
    }

    private void answered(Node by) {
        List<Node.Handed> waiting = List.copyOf(by.handed);
        by.handed.clear();
        for (Node.Handed handed : waiting) {
            CompletableFuture<Void> done = handed.recorded().toCompletableFuture();
            if (!done.isDone()) {
                by.handed.add(handed);
            } else if (!done.isCompletedExceptionally()) {
                oracle.acknowledged(handed.said());
            } else if (handed.said().due() != Said.Due.FAILURE) {
                again(handed.said());
            }
        }
        commands.look();
        by.asked.removeIf(Node.Asked::answered);
    }

    // --- networks

    void write(Said said, Instant arrives) {
        written.add(said);
        deliver(said, arrives);
    }

    void deliver(Said said, Instant arrives) {
        deliveries.add(new Delivery(said, later(arrives, time), numbers++));
    }

    private void again(Said said) {
        deliver(said, time.plus(dice.upTo(REDELIVERY_MAX)));
    }

    /** Hands a post to a process; the network keeps it until its receipt says that it is durable. */
    void hand(Said said) {
        Node to = rival.isPresent() && dice.percent(40) ? rival.get() : node.orElse(null);
        if (to == null) {
            again(said);
            return;
        }
        oracle.arrived(said, wall());
        if (to.knowsTurns() && scenario.settings().batchSize() >= BATCH_OF_ALL) {
            oracle.waits(said, to.group());
        }
        try {
            Receipt receipt = wiring.inbox(to.room).receive(said.post());
            if (receipt instanceof Receipt.Taken taken) {
                to.handed.add(new Node.Handed(said, taken.recorded()));
                to.wakeBy(time.plus(dice.upTo(WAKE_MAX)));
            } else {
                again(said);
            }
        } catch (Crash e) {
            again(said);
            crash(to);
        }
    }

    /** The post that would arrive next, now. */
    void handNext() {
        Delivery next = deliveries.poll();
        if (next != null) {
            hand(next.said());
        }
    }

    /** Something was recorded that the process will hear of. */
    void wakeSoon() {
        node.ifPresent(one -> one.wakeBy(time.plus(dice.upTo(WAKE_MAX))));
    }

    // --- time

    /** The next planned thing; {@link Instant#MAX} when nothing is. */
    Instant next() {
        Instant next = deliveries.isEmpty() ? Instant.MAX : deliveries.peek().at();
        next = earlier(next, node.map(one -> one.wakes).orElse(starts));
        next = earlier(next, node.map(one -> one.records).orElse(Instant.MAX));
        next = earlier(next, rival.map(one -> earlier(one.wakes, one.records)).orElse(Instant.MAX));
        return earlier(next, commands.next());
    }

    void runUntil(Instant until) {
        for (Instant next = next(); !next.isAfter(until) && !next.equals(Instant.MAX); next = next()) {
            require(++turns < TURNS_MAX, "it never comes to rest, at " + time);
            time = later(next, time);
            turn(next);
        }
        time = later(until.equals(Instant.MAX) ? time : until, time);
    }

    private void turn(Instant next) {
        if (node.isEmpty() && !starts.isAfter(next)) {
            node = Optional.of(start());
        } else if (!deliveries.isEmpty() && !deliveries.peek().at().isAfter(next)) {
            hand(deliveries.poll().said());
        } else if (!commands.next().isAfter(next)) {
            commands.run();
        } else if (rival.filter(one -> !one.records.isAfter(next)).isPresent()) {
            record(rival.get());
        } else if (node.filter(one -> !one.records.isAfter(next)).isPresent()) {
            record(node.get());
        } else if (rival.isPresent() && !rival.get().wakes.isAfter(next)) {
            step(rival.get());
        } else {
            node.ifPresent(this::step);
        }
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
