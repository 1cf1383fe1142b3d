package com.sothebais.agent.internal;

import com.sothebais.postgres.internal.LocalDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this bundle, with the outbox table as the migration makes it; it ends with the tests. */
final class OutboxDatabase {
    private static LocalDatabase local;

    private OutboxDatabase() {}

    /** The database with an empty table. */
    static synchronized DataSource empty() {
        if (local == null) {
            local = open();
        }
        try (Connection connection = local.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from agent_outbox");
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be emptied", e);
        }
        return local.dataSource();
    }

    private static LocalDatabase open() {
        try {
            LocalDatabase database = new LocalDatabase(Files.createTempDirectory(Path.of("target"), "postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            database.migrate("agent", OutboxDatabase.class);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
