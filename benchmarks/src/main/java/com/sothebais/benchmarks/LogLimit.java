package com.sothebais.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What PostgreSQL takes at best: the same bytes, made beforehand, into a table with a number as its only index, on one connection
 * with one commit a batch.
 */
final class LogLimit implements AutoCloseable {
    private static final byte[] COPY_HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private final Connection connection;
    private final PreparedStatement insert;
    private final CopyManager copy;
    private long unnested;
    private long copied;

    LogLimit(DataSource source) throws SQLException {
        connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table limit_unnest (position bigint primary key, payload text not null)");
            statement.execute("create table limit_copy (position bigint primary key, payload text not null)");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("insert into limit_unnest select * from unnest(?::bigint[], ?::text[])");
        copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** The payload of the fact and 150 bytes for the rest of its row. */
    static String row(String payload) {
        return payload + " ".repeat(150);
    }

    void unnest(String[] rows) throws SQLException {
        Long[] positions = new Long[rows.length];
        Arrays.setAll(positions, i -> ++unnested);
        insert.setArray(1, connection.createArrayOf("bigint", positions));
        insert.setArray(2, connection.createArrayOf("text", rows));
        insert.executeUpdate();
        connection.commit();
    }

    void copy(byte[][] rows) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.length * (rows[0].length + 32));
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(COPY_HEAD);
        for (byte[] row : rows) {
            out.writeShort(2);
            out.writeInt(Long.BYTES);
            out.writeLong(++copied);
            out.writeInt(row.length);
            out.write(row);
        }
        out.writeShort(-1);
        var load = copy.copyIn("copy limit_copy from stdin (format binary)");
        load.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        load.endCopy();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
