package com.sothebais.event.internal;

import com.sothebais.api.database.Database;
import com.sothebais.postgres.internal.LocalDatabase;
import java.nio.file.Path;

/** A real PostgreSQL with the tables of this bundle, for one test class. */
public final class TestDatabase implements AutoCloseable {
    private final LocalDatabase local;

    public TestDatabase(Path directory) {
        local = new LocalDatabase(directory);
        local.migrate("event", TestDatabase.class);
    }

    public Database database() {
        return local;
    }

    @Override
    public void close() {
        local.close();
    }
}
