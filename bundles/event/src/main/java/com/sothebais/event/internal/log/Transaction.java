package com.sothebais.event.internal.log;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One transaction on a pooled connection; closing it without a commit rolls back. The pool resets auto-commit. */
final class Transaction implements AutoCloseable {
    private final Connection connection;
    private boolean finished;

    Transaction(DataSource source) throws SQLException {
        connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    void commit() throws SQLException {
        finished = true;
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!finished) {
                connection.rollback();
            }
        }
    }
}
