package com.sothebais.postgres.internal;

import com.sothebais.api.database.Database;
import com.sothebais.api.health.Health;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the database up and keeps it up on a thread of its own: starts the embedded server or connects to the operator's,
 * offers the service once it answers, and starts an embedded server again that died. Failing, it tries again for ever.
 */
public final class DatabaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseKeeper.class);
    private static final String PART = "postgres";
    private static final long RETRY_MILLIS = 5_000;
    private static final long CHECK_MILLIS = 2_000;
    private static final long STOP_MILLIS = 30_000;
    private static final int CONNECTIONS = 12;

    private final Settings settings;
    private final Function<Database, Runnable> offer;
    private final Thread thread;
    private volatile Health health = Health.down(PART, "starting");
    private volatile boolean stopping;

    /** @param offer makes the service available and returns what withdraws it */
    DatabaseKeeper(Settings settings, Function<Database, Runnable> offer) {
        this.settings = settings;
        this.offer = offer;
        this.thread = new Thread(this::run, "sothebais-postgres");
        thread.start();
    }

    /** Keeps an embedded server outside a framework: for programs that kill it on purpose. */
    public static DatabaseKeeper embedded(Path directory, Function<Database, Runnable> offer) {
        return new DatabaseKeeper(new Settings(Optional.empty(), directory, 0, CONNECTIONS), offer);
    }

    /** Uses a server that somebody else runs: for programs that let two nodes meet at one database. */
    public static DatabaseKeeper beside(String url, String user, String password, Function<Database, Runnable> offer) {
        Endpoint endpoint = new Endpoint(url, user, password);
        return new DatabaseKeeper(new Settings(Optional.of(endpoint), Path.of("unused"), 0, CONNECTIONS), offer);
    }

    Health health() {
        return health;
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

    private void run() {
        String told = "";
        while (!stopping) {
            try {
                keep();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                health = Health.down(PART, e.getMessage());
                // The same trouble is told once, not every few seconds.
                if (!stopping && !told.equals(e.getMessage())) {
                    LOG.error("no database: {}; trying again every {} s", e.getMessage(), RETRY_MILLIS / 1_000);
                    LOG.debug("no database", e);
                    told = e.getMessage();
                }
            }
            pause();
        }
    }

    private void keep() throws InterruptedException {
        if (settings.external().isPresent()) {
            Endpoint endpoint = settings.external().get();
            try (PooledDatabase database = PooledDatabase.open(endpoint, settings.connectionsMax())) {
                serve(database, "connected to " + endpoint, () -> sleep(CHECK_MILLIS));
            }
        } else {
            try (EmbeddedServer server = EmbeddedServer.start(settings.directory(), settings.port());
                    PooledDatabase database = PooledDatabase.open(server.endpoint(), settings.connectionsMax())) {
                serve(database, "embedded server in " + settings.directory(), () -> watch(server, database));
            }
        }
    }

    private void serve(PooledDatabase database, String where, Step step) throws InterruptedException {
        Runnable withdraw = offer.apply(database);
        try {
            LOG.info("database ready, {}", where);
            while (!stopping) {
                boolean answers = database.answers();
                health = answers
                        ? Health.well(PART, where)
                        : Health.down(PART, "the database does not answer (" + where + "); is it running?");
                step.take();
            }
        } finally {
            withdraw.run();
        }
    }

    /** Waits a little; starts the server again when it died meanwhile. */
    private void watch(EmbeddedServer server, PooledDatabase database) throws InterruptedException {
        try {
            server.exit().get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
            if (!stopping) {
                LOG.warn("embedded PostgreSQL died, starting it again");
                health = Health.down(PART, "the embedded server died and is being started again");
                database.forgetConnections();
                server.restart();
            }
        } catch (TimeoutException e) {
            LOG.trace("embedded PostgreSQL is alive");
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot watch the server process", e);
        }
    }

    private void pause() {
        try {
            if (!stopping) {
                sleep(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private static void sleep(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    @FunctionalInterface
    private interface Step {
        void take() throws InterruptedException;
    }
}
