package com.sothebais.auction.engine;

import com.sothebais.event.internal.log.PostgresEventLog;
import com.sothebais.postgres.internal.LocalDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL with the tables of the log and of this bundle, for one test class. */
final class RealLog implements AutoCloseable {
    private final LocalDatabase database;

    RealLog(Path directory) {
        database = new LocalDatabase(directory);
        migrate();
    }

    /** As another process opens it. */
    PostgresEventLog open() {
        return new PostgresEventLog(database);
    }

    SnapshotTable snapshots() {
        return new SnapshotTable(database.dataSource());
    }

    /** The first column of what a query finds; empty of a statement. */
    List<String> execute(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
            }
        }
        return found;
    }

    /** The log itself can only grow. */
    void empty() throws SQLException {
        execute("drop schema public cascade");
        execute("create schema public");
        migrate();
    }

    private void migrate() {
        database.migrate("event", PostgresEventLog.class);
        database.migrate("auction", SaleRoom.class);
    }

    @Override
    public void close() {
        database.close();
    }
}
