package com.sothebais.settlement.internal;

import com.sothebais.api.database.Database;
import com.sothebais.postgres.internal.LocalDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A PostgreSQL with this bundle's tables as their migrations make them, empty whenever asked. */
final class TestPostgres implements Database, AutoCloseable {
    private final Path directory;
    private final LocalDatabase local;

    TestPostgres() throws IOException {
        directory = Files.createTempDirectory("settlement-test");
        local = new LocalDatabase(directory);
        migrate("settlement", TestPostgres.class);
    }

    void empty() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate settlement_cursor, settlement_step");
        }
    }

    @Override
    public DataSource dataSource() {
        return local.dataSource();
    }

    @Override
    public void migrate(String owner, Class<?> anchor) {
        local.migrate(owner, anchor);
    }

    @Override
    public void close() throws IOException {
        local.close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
