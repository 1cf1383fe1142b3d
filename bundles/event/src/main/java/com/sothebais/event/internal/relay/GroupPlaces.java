package com.sothebais.event.internal.relay;

import com.sothebais.api.event.EventLogException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Up to which position each consumer group has acknowledged, in PostgreSQL: Redis may forget it. Thread-safe. */
public final class GroupPlaces {
    private final DataSource source;

    public GroupPlaces(DataSource source) {
        this.source = source;
    }

    /** 0 for a group that was never seen. */
    long position(String stream, String group) {
        try (Connection connection = source.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select position from event_group where stream = ? and name = ?")) {
            query.setString(1, stream);
            query.setString(2, group);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new EventLogException("the place of group " + group + " cannot be read: " + e.getMessage(), e);
        }
    }

    void save(String stream, String group, long position) {
        try (Connection connection = source.getConnection();
                PreparedStatement change = connection.prepareStatement("insert into event_group values (?, ?, ?)"
                        + " on conflict (stream, name) do update set position = excluded.position")) {
            change.setString(1, stream);
            change.setString(2, group);
            change.setLong(3, position);
            change.executeUpdate();
        } catch (SQLException e) {
            throw new EventLogException("the place of group " + group + " cannot be kept: " + e.getMessage(), e);
        }
    }
}
