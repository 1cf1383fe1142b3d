package com.sothebais.agent.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this bundle, with the outbox table as the migration makes it. */
final class OutboxDatabase {
    private static EmbeddedPostgres postgres;

    private OutboxDatabase() {}

    /** The database with an empty table. */
    static synchronized DataSource empty() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().start();
                execute(script());
            }
            execute("delete from agent_outbox");
            return postgres.getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = OutboxDatabase.class.getResourceAsStream("/db/agent/V1__outbox.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
