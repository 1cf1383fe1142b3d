package com.sothebais.web.internal.guard;

import com.sothebais.api.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL with this bundle's tables, empty whenever asked. */
final class TestPostgres implements Database, AutoCloseable {
    private static final String SCRIPT = "/db/web/V1__idempotency.sql";

    private final EmbeddedPostgres server;

    TestPostgres() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        try (InputStream script = TestPostgres.class.getResourceAsStream(SCRIPT)) {
            execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    void empty() throws SQLException {
        execute("truncate web_idempotency");
    }

    int count() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from web_idempotency")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    @Override
    public void migrate(String owner, Class<?> anchor) {
        if (!owner.equals("web") || anchor.getResource(SCRIPT) == null) {
            throw new IllegalStateException("no scripts of " + owner + " beside " + anchor);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
