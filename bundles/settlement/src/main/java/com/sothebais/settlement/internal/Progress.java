package com.sothebais.settlement.internal;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.database.Database;
import com.sothebais.api.event.Append.Projection;
import com.sothebais.api.event.EventLogException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What of the outside is already in the log. Every change is a compare-and-set inside the transaction that appends the facts: a
 * writer that does not know the newest state, such as one whose last answer was lost, appends nothing. Thread-safe.
 */
final class Progress {
    private static final String INSERT_CURSOR =
            "insert into settlement_cursor (block, movements, chain) values (?, ?, ?)";
    private static final String MOVE_CURSOR =
            "update settlement_cursor set block = ?, movements = ? where chain = ? and block = ? and movements = ?";
    private static final String REQUEST = "insert into settlement_step (step, settlement) values ('REQUESTED', ?)";
    private static final String END = "update settlement_step set step = ? where settlement = ? and step = 'REQUESTED'";

    private final DataSource database;

    Progress(DataSource database) {
        this.database = database;
    }

    /** Brings the tables up to date; the components start at once, and waiting here is a second shorter than in the database. */
    static synchronized Progress in(Database database) {
        database.migrate("settlement", Progress.class);
        return new Progress(database.dataSource());
    }

    /** How far one settlement is. */
    enum Step {
        REQUESTED,
        CONFIRMED,
        REFUSED
    }

    /** @throws EventLogException when the database does not answer */
    Cursor cursor(ChainId chain) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select block, movements from settlement_cursor where chain = ?")) {
            select.setString(1, chain.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Cursor(row.getLong(1), row.getLong(2)) : Cursor.START;
            }
        } catch (SQLException e) {
            throw new EventLogException("the cursor of " + chain + " cannot be read: " + e.getMessage(), e);
        }
    }

    Projection moved(ChainId chain, Cursor from, Cursor to) {
        return connection -> {
            boolean first = from.equals(Cursor.START);
            try (PreparedStatement write = connection.prepareStatement(first ? INSERT_CURSOR : MOVE_CURSOR)) {
                write.setLong(1, to.block());
                write.setLong(2, to.movements());
                write.setString(3, chain.value());
                if (!first) {
                    write.setLong(4, from.block());
                    write.setLong(5, from.movements());
                }
                exactlyOne(write, "the cursor of " + chain + " is no longer at " + from);
            }
        };
    }

    /** @throws EventLogException when the database does not answer */
    Optional<Step> step(SettlementId settlement) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select step from settlement_step where settlement = ?")) {
            select.setString(1, settlement.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Step.valueOf(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventLogException("the settlement of " + settlement + " cannot be read: " + e.getMessage(), e);
        }
    }

    Projection requested(SettlementId settlement) {
        return connection -> {
            try (PreparedStatement write = connection.prepareStatement(REQUEST)) {
                write.setString(1, settlement.value());
                exactlyOne(write, "the settlement of " + settlement + " was already requested");
            }
        };
    }

    Projection ended(SettlementId settlement, Step step) {
        return connection -> {
            try (PreparedStatement write = connection.prepareStatement(END)) {
                write.setString(1, step.name());
                write.setString(2, settlement.value());
                exactlyOne(write, "the settlement of " + settlement + " is not waiting for an end");
            }
        };
    }

    private static void exactlyOne(PreparedStatement write, String otherwise) throws SQLException {
        if (write.executeUpdate() != 1) {
            throw new SQLException(otherwise);
        }
    }
}
