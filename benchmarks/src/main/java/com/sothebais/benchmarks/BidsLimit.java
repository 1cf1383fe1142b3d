package com.sothebais.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the server takes at best: the same rows as the log's, in batches of the same size, on one connection, deciding nothing. */
final class BidsLimit {
    private static final int SAMPLE = 20_000;
    private static final String[] TYPES = {
        "bigint", "text", "bigint", "uuid", "text", "integer", "text", "timestamptz", "text", "text"
    };
    private static final String COLUMNS =
            "position, stream, sequence, id, type, version, source, at, correlation, payload";

    private final DataSource source;

    BidsLimit(DataSource source) {
        this.source = source;
    }

    /** Durable rows a second. */
    double measure(double seconds, int batchSize) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists limit_log");
            statement.execute(
                    "create table limit_log (position bigint primary key, stream text not null,"
                            + " sequence bigint not null, id uuid not null, type text not null, version integer not null,"
                            + " source text not null, at timestamptz not null, correlation text not null, payload text not null)");
            List<Object[]> rows = sample(statement);
            connection.setAutoCommit(false);
            long written = 0;
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * 1e9);
            try (PreparedStatement insert = connection.prepareStatement(insert())) {
                while (System.nanoTime() < end) {
                    write(connection, insert, rows, written, batchSize);
                    written += batchSize;
                }
            }
            return written / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static String insert() {
        StringBuilder sql = new StringBuilder("insert into limit_log (" + COLUMNS + ") select * from unnest(");
        for (int i = 0; i < TYPES.length; i++) {
            sql.append(i == 0 ? "" : ", ").append("?::").append(TYPES[i]).append("[]");
        }
        return sql.append(")").toString();
    }

    private static List<Object[]> sample(Statement statement) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery("select position, stream, sequence, id::text, type, version, source,"
                        + " at::text, correlation, payload from event_log where type in ('auction.bid-accepted',"
                        + " 'auction.bid-refused') order by position limit " + SAMPLE)) {
            while (row.next()) {
                Object[] values = new Object[TYPES.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static void write(
            Connection connection, PreparedStatement insert, List<Object[]> rows, long from, int batchSize)
            throws SQLException {
        for (int column = 0; column < TYPES.length; column++) {
            Object[] values = new Object[batchSize];
            for (int i = 0; i < batchSize; i++) {
                values[i] =
                        column == 0 ? Long.valueOf(from + i + 1) : rows.get((int) ((from + i) % rows.size()))[column];
            }
            insert.setArray(column + 1, connection.createArrayOf(TYPES[column], values));
        }
        insert.executeUpdate();
        connection.commit();
    }
}
