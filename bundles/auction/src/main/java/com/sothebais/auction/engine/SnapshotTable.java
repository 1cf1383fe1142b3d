package com.sothebais.auction.engine;

import com.sothebais.api.event.EventLogException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Snapshots in the table {@code auction_snapshot}. */
public final class SnapshotTable implements Snapshots {

    /** So many newest ones are kept: should one be damaged, there is another. */
    static final int KEPT_MAX = 3;

    private static final String INSERT =
            "insert into auction_snapshot (position, format, checksum, bytes)" + " values (?, ?, ?, ?)";
    private static final String FORGET = "delete from auction_snapshot where id not in"
            + " (select id from auction_snapshot order by id desc limit ?)";
    private static final String NEWEST =
            "select position, format, checksum, bytes from auction_snapshot order by id desc limit ?";

    private final DataSource source;

    public SnapshotTable(DataSource source) {
        this.source = source;
    }

    @Override
    public List<Kept> newestFirst() {
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement(NEWEST)) {
            query.setInt(1, KEPT_MAX);
            List<Kept> kept = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    kept.add(new Kept(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4)));
                }
            }
            return kept;
        } catch (SQLException e) {
            throw new EventLogException("cannot read the snapshots: " + e.getMessage(), e);
        }
    }

    @Override
    public void keep(Kept snapshot) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            insert.setLong(1, snapshot.position());
            insert.setString(2, snapshot.format());
            insert.setString(3, snapshot.checksum());
            insert.setBytes(4, snapshot.bytes());
            insert.executeUpdate();
            forget.setInt(1, KEPT_MAX);
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new EventLogException("cannot keep a snapshot: " + e.getMessage(), e);
        }
    }
}
