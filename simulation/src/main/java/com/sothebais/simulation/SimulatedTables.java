package com.sothebais.simulation;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.engine.Batch;
import com.sothebais.auction.engine.Books;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables {@code auction_post} and {@code auction_bid} in memory, with their unique keys. One thread. */
final class SimulatedTables implements Books, SimulatedLog.Tables {
    private final Set<PostId> posts = new HashSet<>();
    private final Map<AuctionId, List<LedgerEntry>> ledgers = new HashMap<>();
    private final List<Batch.Row> written = new ArrayList<>();

    @Override
    public void write(List<Batch.Row> rows, Connection connection) throws SQLException {
        Set<PostId> keys = new HashSet<>();
        for (Batch.Row row : rows) {
            if (posts.contains(row.post().id()) || !keys.add(row.post().id())) {
                throw new SQLException(
                        "duplicate key in auction_post: " + row.post().id());
            }
        }
        written.addAll(rows);
    }

    @Override
    public void commit() {
        for (Batch.Row row : written) {
            posts.add(row.post().id());
            row.verdict().ifPresent(bid -> bid.entry().ifPresent(entry -> auction(bid.fact())
                    .ifPresent(auction -> ledgers.computeIfAbsent(auction, any -> new ArrayList<>())
                            .add(entry))));
        }
        written.clear();
    }

    @Override
    public void rollback() {
        written.clear();
    }

    @Override
    public Set<PostId> seen(Collection<PostId> asked) {
        Set<PostId> seen = new HashSet<>(asked);
        seen.retainAll(posts);
        return seen;
    }

    @Override
    public Ledger ledger(AuctionId auction) {
        return new Ledger(auction.value(), ledgers.getOrDefault(auction, List.of()));
    }

    private static Optional<AuctionId> auction(AuctionEvent fact) {
        if (fact instanceof BidAccepted bid) {
            return Optional.of(bid.auction());
        }
        return fact instanceof BidRefused bid ? bid.auction() : Optional.empty();
    }
}
