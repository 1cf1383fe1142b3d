package com.sothebais.simulation;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.engine.Batch;
import com.sothebais.auction.engine.Books;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The tables as one process sees them: the same rows, and faults of its own. */
final class ShakyBooks implements Books {
    private final Books books;
    private final Interference interference;

    ShakyBooks(Books books, Interference interference) {
        this.books = books;
        this.interference = interference;
    }

    @Override
    public void write(List<Batch.Row> rows, Connection connection) throws SQLException {
        books.write(rows, connection);
    }

    @Override
    public Set<PostId> seen(Collection<PostId> posts) {
        interference.read();
        return books.seen(posts);
    }

    @Override
    public Ledger ledger(AuctionId auction) {
        interference.read();
        return books.ledger(auction);
    }
}
