package com.sothebais.postgres.internal;

import com.sothebais.api.database.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** An embedded server with its pool, up when the constructor returns: for tests and benchmarks, which need no keeper. */
public final class LocalDatabase implements Database, AutoCloseable {
    private static final int CONNECTIONS = 12;

    private final EmbeddedServer server;
    private final PooledDatabase pool;

    /** @param directory where the server's data are or will be */
    public LocalDatabase(Path directory) {
        this(directory, CONNECTIONS);
    }

    /**
     * @param directory where the server's data are or will be
     * @param connectionsMax most connections held at a time
     */
    public LocalDatabase(Path directory, int connectionsMax) {
        server = EmbeddedServer.start(directory, 0);
        pool = PooledDatabase.open(server.endpoint(), connectionsMax);
    }

    @Override
    public DataSource dataSource() {
        return pool.dataSource();
    }

    @Override
    public void migrate(String owner, Class<?> anchor) {
        pool.migrate(owner, anchor);
    }

    @Override
    public long copyIn(Connection connection, String statement, byte[] rows, int length) throws SQLException {
        return pool.copyIn(connection, statement, rows, length);
    }

    @Override
    public void copyOut(Connection connection, String statement, Rows rows) throws SQLException {
        pool.copyOut(connection, statement, rows);
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
