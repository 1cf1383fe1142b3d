package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Books without tables: the ledger is derived from the facts alone, so it also proves that the facts suffice. */
final class LogBooks implements Books {
    private final EventLog log;

    LogBooks(EventLog log) {
        this.log = log;
    }

    @Override
    public void write(List<Batch.Row> rows, Connection connection) {
        throw new IllegalStateException("a log in memory has no connection");
    }

    @Override
    public Set<PostId> seen(Collection<PostId> posts) {
        return Set.of();
    }

    @Override
    public Ledger ledger(AuctionId auction) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Recorded recorded : log.read(0, EventLog.READ_MAX)) {
            if (recorded.event() instanceof AuctionEvent event) {
                line(auction, recorded.fact(), event)
                        .ifPresent(line -> entries.add(LedgerEntry.chain(
                                entries.size(),
                                entries.isEmpty()
                                        ? Hash.GENESIS
                                        : entries.get(entries.size() - 1).hash(),
                                line)));
            }
        }
        return new Ledger(auction.value(), entries);
    }

    private static Optional<LedgerLine> line(AuctionId auction, NewEvent fact, AuctionEvent event) {
        if (event instanceof BidAccepted bid && bid.auction().equals(auction)) {
            return Optional.of(line(auction, fact, bid.post(), "ACCEPTED", Optional.of(bid.amount())));
        }
        if (event instanceof BidRefused bid
                && bid.auction().filter(auction::equals).isPresent()
                && bid.entry().isPresent()) {
            return Optional.of(line(auction, fact, bid.post(), bid.reason().name(), bid.amount()));
        }
        return Optional.empty();
    }

    private static LedgerLine line(
            AuctionId auction, NewEvent fact, Post post, String verdict, Optional<Money> amount) {
        return new LedgerLine(
                auction.value(),
                fact.at(),
                post.id().toString(),
                post.author().id().toString(),
                verdict,
                amount.map(money -> money.units().toString()).orElse(""),
                "ETH");
    }
}
