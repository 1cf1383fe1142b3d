package com.sothebais.web.internal;

import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.Assets;
import com.sothebais.asset.check.Limits;
import com.sothebais.asset.library.Shelf;
import com.sothebais.asset.library.Sweeper;
import com.sothebais.asset.library.TableLibrary;
import com.sothebais.asset.store.FileStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real library of assets, with a database of its own for all tests of a class. */
public final class SampleLibrary implements BeforeAllCallback, AfterAllCallback {
    private static final Limits LIMITS = new Limits(2_000_000, 1_000_000, 1_000);

    /** Where every asset is said to be shown. */
    public final List<AssetUse> uses = new CopyOnWriteArrayList<>();

    private EmbeddedPostgres postgres;

    @Override
    public void beforeAll(ExtensionContext tests) throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        for (String name : List.of("V1__library.sql", "V2__origins.sql")) {
            try (InputStream script = Sweeper.class.getResourceAsStream("/db/asset/" + name)) {
                execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** An empty library in the place of the sample's pictures. */
    public TableLibrary open(SamplePlatform platform, Path directory) throws SQLException {
        execute("truncate asset_content, asset_entry, asset_version, asset_deed, asset_use");
        uses.clear();
        Shelf shelf = new Shelf(new FileStore(directory.resolve("a")), directory.resolve("a"), LIMITS, 0);
        TableLibrary library = new TableLibrary(
                postgres.getPostgresDatabase(), shelf, () -> List.of(id -> uses), InstantSource.system());
        platform.put(Assets.class, shelf);
        platform.put(AssetLibrary.class, library);
        return library;
    }

    @Override
    public void afterAll(ExtensionContext tests) throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
