package com.sothebais.postgres.internal;

import com.sothebais.api.database.Database;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool of connections to one server. Thread-safe. */
public final class PooledDatabase implements Database, AutoCloseable {
    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 30;
    private static final long BORROW_MILLIS = 5_000;
    private static final long VALIDATION_MILLIS = 1_000;
    private static final long FIRST_CONNECTION_MILLIS = 5_000;

    /** The server takes a message into memory as a whole. */
    private static final int COPY_MESSAGE_MAX = 64 << 10;

    private final HikariDataSource pool;
    private final DataSource unpooled;

    private PooledDatabase(HikariDataSource pool, DataSource unpooled) {
        this.pool = pool;
        this.unpooled = unpooled;
    }

    /**
     * Connects once before it returns.
     *
     * @param connectionsMax most connections held at a time
     * @throws PostgresException when the server does not let us in
     */
    static PooledDatabase open(Endpoint endpoint, int connectionsMax) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(endpoint.url());
        source.setUser(endpoint.user());
        source.setPassword(endpoint.password());
        source.setApplicationName("sothebais");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        HikariConfig config = new HikariConfig();
        config.setPoolName("sothebais-postgres");
        config.setDataSource(source);
        // The event log counts on it: what a statement sees is what was committed before that statement.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(connectionsMax);
        config.setMinimumIdle(Math.min(2, connectionsMax));
        config.setConnectionTimeout(BORROW_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.setInitializationFailTimeout(FIRST_CONNECTION_MILLIS);
        try {
            return new PooledDatabase(withOwnLoader(() -> new HikariDataSource(config)), source);
        } catch (PoolInitializationException e) {
            throw new PostgresException("cannot connect to " + endpoint + ": " + reason(e), e);
        }
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void migrate(String owner, Class<?> anchor) {
        withOwnLoader(() -> {
            new Migrations(unpooled).run(owner, anchor);
            return owner;
        });
    }

    @Override
    public long copyIn(Connection connection, String statement, byte[] rows, int length) throws SQLException {
        CopyIn load = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            for (int sent = 0; sent < length; sent += COPY_MESSAGE_MAX) {
                load.writeToCopy(rows, sent, Math.min(COPY_MESSAGE_MAX, length - sent));
            }
            return load.endCopy();
        } finally {
            if (load.isActive()) {
                load.cancelCopy();
            }
        }
    }

    @Override
    public void copyOut(Connection connection, String statement, Rows rows) throws SQLException {
        CopyOut read = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement);
        try {
            for (byte[] message = read.readFromCopy(); message != null; message = read.readFromCopy()) {
                rows.take(message);
            }
        } finally {
            if (read.isActive()) {
                read.cancelCopy();
            }
        }
    }

    /** Whether the server lets us in now. Not by the pool: where a server that died refuses at once, borrowing waits for seconds. */
    boolean answers() {
        try (var connection = unpooled.getConnection()) {
            return connection.isValid(CONNECT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The server has died: nobody is to be given a connection to it, which the pool would not look at again so soon after its last use. */
    void forgetConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** The libraries look for their parts through the thread's class loader, which is a stranger's when a client calls. */
    private static <T> T withOwnLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PooledDatabase.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
