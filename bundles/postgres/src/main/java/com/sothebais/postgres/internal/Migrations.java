package com.sothebais.postgres.internal;

import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings one owner's tables up to date with Flyway, with a history table per owner. */
final class Migrations {
    private static final String OWNER = "[a-z][a-z0-9_]{0,30}";

    private final DataSource source;

    Migrations(DataSource source) {
        this.source = source;
    }

    void run(String owner, Class<?> anchor) {
        Objects.requireNonNull(anchor, "anchor");
        if (!owner.matches(OWNER)) {
            throw new IllegalArgumentException("an owner is a short lower-case name, got '" + owner + "'");
        }
        ScriptFolder scripts = ScriptFolder.of("/db/" + owner, anchor);
        if (scripts.isEmpty()) {
            throw new IllegalStateException(
                    "no script V<n>__<what>.sql in /db/" + owner + " beside " + anchor.getName());
        }
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .loggers("slf4j")
                    .dataSource(source)
                    .table("schema_history_" + owner)
                    // Other owners' tables are already there; version 0 lets every script of this owner run.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .locations(new String[0])
                    .resourceProvider(scripts)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new IllegalStateException("migrating the tables of '" + owner + "' failed: " + e.getMessage(), e);
        }
    }
}
