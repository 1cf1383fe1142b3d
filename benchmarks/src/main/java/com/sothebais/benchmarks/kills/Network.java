package com.sothebais.benchmarks.kills;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The social network between bidders and saleroom: offers posts in order, forgets one only when it is acknowledged, and delivers again
 * what was not. One thread offers; outcomes come on the readers' threads.
 */
final class Network {
    /** Most posts that wait for an acknowledgement before new ones are offered. */
    private static final int WAITING_MAX = 300;
    /** Posts offered at once, and the pause after them: about 800 a second. */
    private static final int BURST = 8;

    private static final Duration PAUSE = Duration.ofMillis(10);
    /** A post that was refused for want of room or could not be recorded comes again after this. */
    private static final Duration AGAIN = Duration.ofMillis(50);

    private static final Duration DRAIN_MAX = Duration.ofSeconds(120);
    private static final int TEN_THOUSAND = 10_000;
    /** After so many posts somebody sets a private maximum that so many posts will reach. */
    private static final int MAXIMUM_EVERY = 60;

    private static final int MAXIMUM_AHEAD = 30;
    /** After so many posts an admin takes the newest bid back. */
    private static final int VOID_EVERY = 90;

    private final Random random;
    private final Map<Integer, String> waiting = new ConcurrentSkipListMap<>();
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Integer> again = new ConcurrentLinkedQueue<>();
    private volatile NodeProcess node;
    private volatile int offered;
    private long againFrom;

    Network(Random random) {
        this.random = random;
    }

    /** To be given to every node as its listener. */
    void outcome(String word, int id) {
        if (word.equals("ACK")) {
            acknowledged.putIfAbsent(id, System.nanoTime());
            waiting.remove(id);
        } else {
            again.add(id);
        }
    }

    /** From now on posts go to this node; first those that wait, as a network redelivers them. */
    void connect(NodeProcess next) {
        node = next;
        again.clear();
        waiting.values().forEach(next::send);
    }

    /** Delivers some acknowledged posts once more. */
    void repeat(int count) {
        List<Integer> known = new ArrayList<>(acknowledged.keySet());
        for (int i = 0; i < count && !known.isEmpty(); i++) {
            int id = known.get(random.nextInt(known.size()));
            node.send(command(id, Instant.now()));
        }
    }

    /** Offers new posts until the condition holds. */
    void offerUntil(BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            deliverAgain();
            for (int i = 0; i < BURST && waiting.size() < WAITING_MAX; i++) {
                offer();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    void offerFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        offerUntil(() -> System.nanoTime() > end);
    }

    /** Waits until nothing waits any more. */
    void drain() {
        long end = System.nanoTime() + DRAIN_MAX.toNanos();
        while (!waiting.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(waiting.size() + " posts have no answer after " + DRAIN_MAX + ", first "
                        + waiting.keySet().iterator().next());
            }
            deliverAgain();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void deliverAgain() {
        if (again.isEmpty() || System.nanoTime() < againFrom) {
            return;
        }
        againFrom = System.nanoTime() + AGAIN.toNanos();
        List<Integer> failed = new ArrayList<>();
        for (Integer id = again.poll(); id != null; id = again.poll()) {
            failed.add(id);
        }
        failed.stream().distinct().sorted().map(waiting::get).forEach(command -> {
            if (command != null) {
                node.send(command);
            }
        });
    }

    private void offer() {
        int id = offered + 1;
        String command = command(id, Instant.now());
        waiting.put(id, command);
        offered = id;
        node.send(command);
        if (id % MAXIMUM_EVERY == 0) {
            node.send("MAX\t" + (id + 1) % Sale.BIDDERS + "\t" + amount(id + MAXIMUM_AHEAD));
        }
        if (id % VOID_EVERY == 0) {
            node.send("VOID\torder " + id);
        }
    }

    /** Rising amounts; now and then one that is too low, and one that is no bid that counts. */
    private static String command(int id, Instant at) {
        String text = id % 7 == 0 ? "bid 0.001 eth" : "bid " + amount(id) + " eth";
        return String.join(
                "\t",
                "BID",
                String.valueOf(id),
                String.valueOf(id % Sale.BIDDERS),
                text,
                String.valueOf(at.toEpochMilli()));
    }

    private static String amount(int id) {
        return String.format(Locale.ROOT, "%d.%04d", 1 + id / TEN_THOUSAND, id % TEN_THOUSAND);
    }

    int offered() {
        return offered;
    }

    /** Whether a post behind {@code id} was acknowledged. */
    boolean hasAcknowledgedAfter(int id) {
        return firstAcknowledgedAfter(id) > 0;
    }

    /** When the first acknowledgement of a post behind {@code id} came, in {@link System#nanoTime}; 0 when none did. */
    long firstAcknowledgedAfter(int id) {
        return acknowledged.entrySet().stream()
                .filter(entry -> entry.getKey() > id)
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(0);
    }

    Set<Integer> acknowledged() {
        return Set.copyOf(acknowledged.keySet());
    }
}
