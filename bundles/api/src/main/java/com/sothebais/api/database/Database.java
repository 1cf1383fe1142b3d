package com.sothebais.api.database;

import java.sql.Connection;
import java.sql.SQLException;
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

    /**
     * Loads rows by the server's COPY, several times as fast as inserts, in the transaction of the connection.
     *
     * @param connection one of {@link #dataSource}
     * @param statement {@code copy ... from stdin ...}; never with text from outside
     * @param rows in the format that the statement names; only the first {@code length} bytes count
     * @return how many rows were loaded
     * @throws UnsupportedOperationException by a stand-in of a test that cannot
     */
    default long copyIn(Connection connection, String statement, byte[] rows, int length) throws SQLException {
        throw new UnsupportedOperationException("this database cannot copy");
    }

    /**
     * Reads rows by the server's COPY.
     *
     * @param connection one of {@link #dataSource}
     * @param statement {@code copy ... to stdout ...}; never with text from outside
     * @param rows gets what the server sends, one message a row
     * @throws UnsupportedOperationException by a stand-in of a test that cannot
     */
    default void copyOut(Connection connection, String statement, Rows rows) throws SQLException {
        throw new UnsupportedOperationException("this database cannot copy");
    }

    /** Takes the messages of a {@link #copyOut}, in order, on the caller's thread. */
    @FunctionalInterface
    interface Rows {
        /** @param message whole rows in the format of the statement; the receiver's to keep */
        void take(byte[] message) throws SQLException;
    }
}
