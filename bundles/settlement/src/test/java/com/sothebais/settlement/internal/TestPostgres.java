package com.sothebais.settlement.internal;

import com.sothebais.api.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A PostgreSQL with this bundle's tables, empty whenever asked. */
final class TestPostgres implements Database, AutoCloseable {
    private static final List<String> SCRIPTS =
            List.of("/db/settlement/V1__progress.sql", "/db/settlement/V2__rounds.sql");

    private final EmbeddedPostgres server;

    TestPostgres() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        for (String name : SCRIPTS) {
            try (InputStream script = TestPostgres.class.getResourceAsStream(name)) {
                execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    void empty() throws SQLException {
        execute("truncate settlement_cursor, settlement_step");
    }

    @Override
    public DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    @Override
    public void migrate(String owner, Class<?> anchor) {
        if (!owner.equals("settlement") || anchor.getResource(SCRIPTS.get(0)) == null) {
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
