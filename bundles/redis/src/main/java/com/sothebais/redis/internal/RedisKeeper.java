package com.sothebais.redis.internal;

import com.sothebais.api.health.Health;
import com.sothebais.api.redis.RedisStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets Redis up and keeps it up on a thread of its own, so that nothing ever waits for it: until then, and whenever it is away,
 * calls fail at once.
 */
public final class RedisKeeper implements RedisStreams, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisKeeper.class);
    private static final String PART = "redis";
    private static final long RETRY_MILLIS = 5_000;
    private static final long CHECK_MILLIS = 500;
    private static final long START_MILLIS = 15_000;
    private static final long START_POLL_MILLIS = 50;
    private static final long STOP_MILLIS = 15_000;

    private final Settings settings;
    private final Thread thread;
    private volatile Optional<LettuceStreams> streams = Optional.empty();
    private volatile Health health = away("it is starting");
    private volatile boolean stopping;

    RedisKeeper(Settings settings) {
        this.settings = settings;
        this.thread = new Thread(this::run, "sothebais-redis");
        thread.start();
    }

    /** An embedded server on any free port, with its data in the folder. */
    public static RedisKeeper embeddedIn(Path directory) {
        return new RedisKeeper(new Settings("", directory, 0));
    }

    public Health health() {
        return health;
    }

    @Override
    public boolean append(String stream, Optional<String> last, List<Entry> entries, long lengthMax) {
        return connected(redis -> redis.append(stream, last, entries, lengthMax));
    }

    @Override
    public Optional<String> lastId(String stream) {
        return connected(redis -> redis.lastId(stream));
    }

    @Override
    public long length(String stream) {
        return connected(redis -> redis.length(stream));
    }

    @Override
    public void group(String stream, String group, String after) {
        connected(redis -> {
            redis.group(stream, group, after);
            return stream;
        });
    }

    @Override
    public Optional<String> acknowledged(String stream, String group) {
        return connected(redis -> redis.acknowledged(stream, group));
    }

    @Override
    public List<Entry> take(String stream, String group, String consumer, int limit) {
        return connected(redis -> redis.take(stream, group, consumer, limit));
    }

    @Override
    public void acknowledge(String stream, String group, List<String> ids) {
        connected(redis -> {
            redis.acknowledge(stream, group, ids);
            return stream;
        });
    }

    @Override
    public void delete(String stream) {
        connected(redis -> {
            redis.delete(stream);
            return stream;
        });
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T connected(Function<LettuceStreams, T> work) {
        return work.apply(streams.orElseThrow(() -> new RedisException(health.message(), null)));
    }

    private void run() {
        String told = "";
        while (!stopping) {
            try {
                keep();
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                health = away(e.getMessage());
                // The same trouble is told once, not every few seconds.
                if (!stopping && !told.equals(e.getMessage())) {
                    LOG.warn("no Redis: {}; trying again every {} s", e.getMessage(), RETRY_MILLIS / 1_000);
                    LOG.debug("no Redis", e);
                    told = e.getMessage();
                }
                pause();
            }
        }
    }

    private void keep() throws IOException, InterruptedException {
        if (!settings.url().isBlank()) {
            try (LettuceStreams connected = LettuceStreams.connect(settings.url())) {
                serve(connected, "connected to " + settings.url().replaceAll("//[^@/]*@", "//"), () -> {});
            }
        } else {
            try (EmbeddedRedis server = EmbeddedRedis.start(settings.directory(), settings.port());
                    LettuceStreams connected = connectTo(server)) {
                serve(connected, "embedded server in " + settings.directory(), () -> revive(server));
            }
        }
    }

    private void serve(LettuceStreams connected, String where, Check check) throws IOException, InterruptedException {
        streams = Optional.of(connected);
        try {
            LOG.info("Redis ready, {}", where);
            while (!stopping) {
                health = connected.isConnected() ? Health.well(PART, where) : away("the connection is lost");
                check.run();
                TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
            }
        } finally {
            streams = Optional.empty();
        }
    }

    private void revive(EmbeddedRedis server) throws IOException {
        if (!server.isAlive() && !stopping) {
            LOG.warn("embedded Redis died, starting it again");
            health = away("the embedded server died and is being started again");
            server.restart();
        }
    }

    /** The server needs a moment to listen and to load its file. */
    private LettuceStreams connectTo(EmbeddedRedis server) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        while (true) {
            try {
                return LettuceStreams.connect(server.url());
            } catch (RedisException e) {
                if (!server.isAlive()) {
                    throw new IOException("embedded Redis did not start: " + server.lastWords(), e);
                }
                if (System.nanoTime() > end) {
                    throw new IOException("embedded Redis does not answer: " + e.getMessage(), e);
                }
                TimeUnit.MILLISECONDS.sleep(START_POLL_MILLIS);
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private static Health away(String why) {
        return Health.degraded(PART, "Redis is away, the show goes on without it: " + why);
    }

    @FunctionalInterface
    private interface Check {
        void run() throws IOException;
    }
}
