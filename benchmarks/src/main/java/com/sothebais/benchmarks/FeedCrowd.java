package com.sothebais.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Thousands of clients of the live feed in a process of their own, on one selector and one thread. Arguments: address of the feed,
 * number of clients, seconds to measure. Prints {@code READY} when all have their snapshot, then one line of figures in JSON; reads on until its
 * input ends, so that the server can be looked at.
 */
public final class FeedCrowd {
    private static final int CONNECTING_MAX = 64;
    private static final int READ_BYTES = 256 * 1024;
    /** Not measured: a platform that has just started still compiles its code. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private static final Duration CONNECT_MAX = Duration.ofSeconds(180);
    private static final long UNKNOWN = -1;
    private static final long SELECT_MILLIS = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private final Map<Long, Fact> facts = new HashMap<>();
    private final Latencies latencies = new Latencies();
    private final Instant wallZero = Instant.now();
    private final long nanoZero = System.nanoTime();
    private final URI uri;
    private final int wanted;

    private Selector selector;
    private int opened;
    private int connecting;
    private int ready;
    private Instant measuringSince = Instant.MAX;
    private long now;
    private long snapshots;
    private long gaps;
    private long repeats;

    /** A message as the first client saw it. */
    private static final class Fact {
        private Instant at = Instant.MIN;
        private long previous = UNKNOWN;
    }

    private FeedCrowd(URI uri, int wanted) {
        this.uri = uri;
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws IOException {
        FeedCrowd crowd = new FeedCrowd(URI.create(arguments[0]), Integer.parseInt(arguments[1]));
        crowd.connect();
        System.out.println("READY");
        crowd.measure(Duration.ofSeconds(Integer.parseInt(arguments[2])));
        System.out.println(crowd.json.writeValueAsString(crowd.figures()));
        crowd.stay();
    }

    private void connect() throws IOException {
        selector = Selector.open();
        Instant deadline = Instant.now().plus(CONNECT_MAX);
        while (ready < wanted) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(
                        "only " + ready + " of " + wanted + " clients had a snapshot within " + CONNECT_MAX);
            }
            while (connecting < CONNECTING_MAX && opened < wanted) {
                open();
            }
            select();
        }
    }

    private void measure(Duration duration) throws IOException {
        watch(WARM_UP);
        snapshots = 0;
        measuringSince = Instant.now();
        watch(duration);
    }

    private void watch(Duration duration) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            select();
        }
    }

    private void stay() throws IOException {
        Thread parent = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                System.err.println("the benchmark is gone: " + e);
            }
            System.exit(0);
        });
        parent.setDaemon(true);
        parent.start();
        while (true) {
            select();
        }
    }

    private void open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        channel.register(selector, SelectionKey.OP_CONNECT, new FeedClient(channel));
        opened++;
        connecting++;
    }

    private void select() throws IOException {
        selector.select(SELECT_MILLIS);
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); keys.remove()) {
            SelectionKey key = keys.next();
            FeedClient client = (FeedClient) key.attachment();
            if (key.isConnectable()) {
                client.channel().finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                ask(client);
            } else if (key.isReadable()) {
                read(client);
            }
        }
    }

    private void ask(FeedClient client) throws IOException {
        String request = "GET " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n\r\n";
        client.channel().write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
    }

    private void read(FeedClient client) throws IOException {
        buffer.clear();
        if (client.channel().read(buffer) < 0) {
            throw new IOException("the server closed a connection");
        }
        buffer.flip();
        now = System.nanoTime();
        client.take(buffer, this::message);
    }

    private void message(FeedClient client, boolean snapshot, long id, ByteBuffer data) {
        if (snapshot) {
            if (client.last == 0) {
                ready++;
                connecting--;
            }
            snapshots++;
            return;
        }
        Fact fact = facts.computeIfAbsent(id, unknown -> first(data));
        if (id <= client.last) {
            repeats++;
        } else if (fact.previous > client.last) {
            gaps++;
        }
        if (!client.lastWasSnapshot) {
            fact.previous = Math.max(fact.previous, client.last);
        }
        if (fact.at.isAfter(measuringSince)) {
            latencies.add((double) (now - nanoZero)
                    - Duration.between(wallZero, fact.at).toNanos());
        }
    }

    /** When it happened, as the message itself says. */
    private Fact first(ByteBuffer data) {
        Fact fact = new Fact();
        try {
            JsonNode message = json.readTree(data.array(), data.position(), data.remaining());
            String at = message.findPath("line").path("at").asText("");
            at = at.isEmpty() ? message.findPath("post").path("at").asText("") : at;
            at = message.path("at").asText(at);
            fact.at = at.isEmpty() ? Instant.MIN : Instant.parse(at);
        } catch (IOException e) {
            throw new IllegalStateException("the server sent what is no JSON", e);
        }
        return fact;
    }

    private Map<String, Object> figures() {
        return Map.of(
                "facts",
                        facts.values().stream()
                                .filter(fact -> fact.at.isAfter(measuringSince))
                                .count(),
                "messages", latencies.count(),
                "p50_ms", latencies.millis(0.50),
                "p99_ms", latencies.millis(0.99),
                "max_ms", latencies.maxMillis(),
                "snapshot_drops", snapshots,
                "gaps", gaps,
                "repeats", repeats);
    }
}
