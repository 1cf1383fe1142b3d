package com.sothebais.asset.testing;

import com.sothebais.asset.library.TableLibrary;
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
public final class TestPostgres implements AutoCloseable {
    private final Path directory;
    private final LocalDatabase local;

    public TestPostgres() throws IOException {
        directory = Files.createTempDirectory("asset-test");
        local = new LocalDatabase(directory);
        local.migrate("asset", TableLibrary.class);
    }

    public void empty() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate asset_content, asset_entry, asset_version, asset_deed, asset_use");
        }
    }

    public DataSource dataSource() {
        return local.dataSource();
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
