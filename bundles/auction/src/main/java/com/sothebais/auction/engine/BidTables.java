package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.PostId;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The tables {@code auction_post} and {@code auction_bid}: written with the facts, read for ledgers and repeated posts. */
public final class BidTables implements Books {
    private static final String POST = "insert into auction_post (post, at) values (?, ?)";
    private static final String BID =
            "insert into auction_bid (post, auction, account, verdict, amount_units, currency,"
                    + " at, entry_index, entry_previous, entry_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SEEN = "select post from auction_post where post = any (?)";
    private static final String LEDGER = "select post, account, verdict, amount_units, currency, at, entry_index,"
            + " entry_previous, entry_hash from auction_bid where auction = ? and entry_index is not null"
            + " order by entry_index";

    private final DataSource dataSource;

    public BidTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void write(List<Batch.Row> rows, Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement posts = connection.prepareStatement(POST);
                PreparedStatement bids = connection.prepareStatement(BID)) {
            boolean any = false;
            for (Batch.Row row : rows) {
                posts.setString(1, row.post().id().toString());
                posts.setObject(2, row.at().atOffset(ZoneOffset.UTC));
                posts.addBatch();
                if (row.verdict().isPresent()) {
                    bind(bids, row, row.verdict().get());
                    bids.addBatch();
                    any = true;
                }
            }
            posts.executeBatch();
            if (any) {
                bids.executeBatch();
            }
        }
    }

    private static void bind(PreparedStatement bids, Batch.Row row, Batch.Bid bid) throws SQLException {
        AuctionEvent fact = bid.fact();
        Optional<Money> amount = Optional.empty();
        Optional<AuctionId> auction = Optional.empty();
        String verdict = "ACCEPTED";
        if (fact instanceof BidAccepted accepted) {
            amount = Optional.of(accepted.amount());
            auction = Optional.of(accepted.auction());
        } else if (fact instanceof BidRefused refused) {
            amount = refused.amount();
            auction = refused.auction();
            verdict = refused.reason().name();
        }
        Optional<String> code =
                bid.entry().map(entry -> entry.line().currency()).or(() -> amountCode(fact));
        bids.setString(1, row.post().id().toString());
        bids.setString(2, auction.map(AuctionId::value).orElse(null));
        bids.setString(3, row.post().author().id().toString());
        bids.setString(4, verdict);
        bids.setBigDecimal(5, amount.map(money -> new BigDecimal(money.units())).orElse(null));
        bids.setString(6, code.orElse(null));
        bids.setObject(7, row.at().atOffset(ZoneOffset.UTC));
        if (bid.entry().isPresent()) {
            bids.setInt(8, bid.entry().get().index());
            bids.setString(9, bid.entry().get().previous().hex());
            bids.setString(10, bid.entry().get().hash().hex());
        } else {
            bids.setNull(8, Types.INTEGER);
            bids.setNull(9, Types.CHAR);
            bids.setNull(10, Types.CHAR);
        }
    }

    private static Optional<String> amountCode(AuctionEvent fact) {
        return fact instanceof BidRefused refused
                ? refused.amount().map(money -> money.currency().code())
                : Optional.empty();
    }

    @Override
    public Set<PostId> seen(Collection<PostId> posts) {
        return query(SEEN, "the posts taken before", statement -> {
            String[] ids = posts.stream().map(PostId::toString).toArray(String[]::new);
            Array array = statement.getConnection().createArrayOf("text", ids);
            statement.setArray(1, array);
            Set<String> found = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            Set<PostId> seen = new HashSet<>(posts);
            seen.removeIf(post -> !found.contains(post.toString()));
            return seen;
        });
    }

    /** The ledger of a lot as it was written, its hashes included, so that a changed row shows as a flaw. */
    @Override
    public Ledger ledger(AuctionId auction) {
        return query(LEDGER, "the ledger of " + auction, statement -> {
            statement.setString(1, auction.value());
            List<LedgerEntry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(auction, rows));
                }
            }
            return new Ledger(auction.value(), entries);
        });
    }

    private static LedgerEntry entry(AuctionId auction, ResultSet row) throws SQLException {
        BigDecimal units = row.getBigDecimal("amount_units");
        LedgerLine line = new LedgerLine(
                auction.value(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("post"),
                row.getString("account"),
                row.getString("verdict"),
                units == null ? "" : units.toBigIntegerExact().toString(),
                row.getString("currency"));
        Hash previous = new Hash(row.getString("entry_previous"));
        return new LedgerEntry(row.getInt("entry_index"), previous, line, new Hash(row.getString("entry_hash")));
    }

    /** Work on a statement. */
    @FunctionalInterface
    private interface Query<R> {
        R run(PreparedStatement statement) throws SQLException;
    }

    private <R> R query(String sql, String what, Query<R> query) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return query.run(statement);
        } catch (SQLException e) {
            throw new EventLogException("cannot read " + what + ": " + e.getMessage(), e);
        }
    }
}
