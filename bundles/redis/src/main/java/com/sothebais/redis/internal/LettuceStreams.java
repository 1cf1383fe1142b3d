package com.sothebais.redis.internal;

import com.sothebais.api.redis.RedisStreams;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.Consumer;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Redis Streams over one Lettuce connection that comes back by itself. Thread-safe; without a connection every call fails at once. */
public final class LettuceStreams implements RedisStreams, AutoCloseable {
    /** Longest wait for any answer. */
    static final Duration TIMEOUT = Duration.ofMillis(500);

    private static final Duration RECONNECT_MAX = Duration.ofSeconds(1);
    private static final int THREADS = 2;

    /**
     * One script instead of a pipeline of commands: nothing comes between, and a timeout or a lost connection never leaves a part of
     * the entries behind, which would be a gap that nobody sees.
     */
    private static final String APPEND =
            """
            local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
            if (newest[1] and newest[1][1] or '') ~= ARGV[1] then
                return 0
            end
            local at = 3
            while at <= #ARGV do
                local command = {'XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], ARGV[at]}
                local words = tonumber(ARGV[at + 1])
                for word = 1, words do
                    command[6 + word] = ARGV[at + 1 + word]
                end
                redis.call(unpack(command))
                at = at + 2 + words
            end
            return 1
            """;

    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    private LettuceStreams(
            ClientResources resources, RedisClient client, StatefulRedisConnection<String, String> connection) {
        this.resources = resources;
        this.client = client;
        this.connection = connection;
    }

    /** @throws RedisException when nobody answers at the address */
    static LettuceStreams connect(String url) {
        ClientResources resources = ClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .reconnectDelay(() -> Delay.exponential(Duration.ofMillis(20), RECONNECT_MAX, 2, TimeUnit.MILLISECONDS))
                .build();
        RedisURI uri = RedisURI.create(url);
        uri.setTimeout(TIMEOUT);
        RedisClient client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
                .socketOptions(SocketOptions.builder().connectTimeout(TIMEOUT).build())
                .build());
        try {
            return new LettuceStreams(resources, client, client.connect());
        } catch (io.lettuce.core.RedisException e) {
            shutdown(client, resources);
            throw new RedisException(
                    "cannot connect to Redis at " + uri.getHost() + ":" + uri.getPort() + ": " + root(e), e);
        }
    }

    boolean isConnected() {
        return connection.isOpen();
    }

    @Override
    public boolean append(String stream, Optional<String> last, List<Entry> entries, long lengthMax) {
        List<String> words = new ArrayList<>(List.of(last.orElse(""), Long.toString(lengthMax)));
        for (Entry entry : entries) {
            words.add(entry.id());
            words.add(Integer.toString(2 * entry.fields().size()));
            entry.fields().forEach((name, value) -> {
                words.add(name);
                words.add(value);
            });
        }
        return attempt("append to", stream, open -> open.sync()
                .eval(APPEND, ScriptOutputType.BOOLEAN, new String[] {stream}, words.toArray(String[]::new)));
    }

    @Override
    public Optional<String> lastId(String stream) {
        return attempt("read", stream, open -> open.sync().xrevrange(stream, Range.unbounded(), Limit.from(1)).stream()
                .findFirst()
                .map(message -> message.getId()));
    }

    @Override
    public long length(String stream) {
        return attempt("read", stream, open -> open.sync().xlen(stream));
    }

    @Override
    public void delete(String stream) {
        attempt("delete", stream, open -> open.sync().del(stream));
    }

    @Override
    public void group(String stream, String group, String after) {
        attempt("make a group of", stream, open -> {
            try {
                return open.sync()
                        .xgroupCreate(StreamOffset.from(stream, after), group, XGroupCreateArgs.Builder.mkstream(true));
            } catch (RedisBusyException e) {
                return "it is there";
            }
        });
    }

    @Override
    public Optional<String> acknowledged(String stream, String group) {
        return attempt("read the groups of", stream, open -> {
            if (open.sync().exists(stream) == 0) {
                return Optional.empty();
            }
            return open.sync().xinfoGroups(stream).stream()
                    .map(LettuceStreams::fields)
                    .filter(fields -> group.equals(fields.get("name")))
                    .findFirst()
                    .map(fields -> fields.get("last-delivered-id").toString())
                    .map(delivered -> firstPending(open, stream, group)
                            .map(LettuceStreams::before)
                            .orElse(delivered));
        });
    }

    // Lettuce takes the one stream as an array of a generic type.
    @SuppressWarnings("unchecked")
    @Override
    public List<Entry> take(String stream, String group, String consumer, int limit) {
        return attempt("read", stream, open -> open
                .sync()
                .xreadgroup(
                        Consumer.from(group, consumer),
                        XReadArgs.Builder.count(limit),
                        StreamOffset.lastConsumed(stream))
                .stream()
                .map(message -> new Entry(message.getId(), message.getBody()))
                .toList());
    }

    @Override
    public void acknowledge(String stream, String group, List<String> ids) {
        if (!ids.isEmpty()) {
            attempt("acknowledge", stream, open -> open.sync().xack(stream, group, ids.toArray(String[]::new)));
        }
    }

    private static Optional<String> firstPending(
            StatefulRedisConnection<String, String> open, String stream, String group) {
        var pending = open.sync().xpending(stream, group);
        return pending.getCount() == 0
                ? Optional.empty()
                : Optional.of(pending.getMessageIds().getLower().getValue());
    }

    /** The id before, so that the entry itself is delivered again; ids of the platform are {@code <position>-0}. */
    private static String before(String id) {
        long number = Long.parseLong(id.substring(0, id.indexOf('-')));
        return Math.max(0, number - 1) + "-0";
    }

    /** Redis answers with names and values in turn. */
    private static Map<String, Object> fields(Object group) {
        List<?> items = (List<?>) group;
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            fields.put(items.get(i).toString(), items.get(i + 1));
        }
        return fields;
    }

    @Override
    public void close() {
        connection.close();
        shutdown(client, resources);
    }

    private <T> T attempt(String what, String stream, Function<StatefulRedisConnection<String, String>, T> work) {
        try {
            return work.apply(connection);
        } catch (io.lettuce.core.RedisException e) {
            throw new RedisException("could not " + what + " Redis stream " + stream + ": " + root(e), e);
        }
    }

    private static void shutdown(RedisClient client, ClientResources resources) {
        client.shutdown(Duration.ZERO, RECONNECT_MAX);
        resources.shutdown(0, RECONNECT_MAX.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
