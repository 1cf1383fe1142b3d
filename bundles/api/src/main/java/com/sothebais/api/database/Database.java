package com.sothebais.api.database;

import javax.sql.DataSource;
import org.osgi.annotation.versioning.ProviderType;

/** PostgreSQL, embedded or real. The service exists only while the database answers at start. Thread-safe. */
@ProviderType
public interface Database {

    /** Pooled connections; auto-commit is on when borrowed. */
    DataSource dataSource();

    /**
     * Brings the owner's tables up to date from {@code /db/<owner>/V<n>__<what>.sql} in the owner's bundle. Each owner has a
     * history table of its own ({@code schema_history_<owner>}); tables are prefixed with the owner's name.
     *
     * @param owner short lower-case bundle name, for example {@code event}
     * @param anchor any class of the owner's bundle, for finding the scripts
     * @throws IllegalStateException when a script fails; says which
     */
    void migrate(String owner, Class<?> anchor);
}
