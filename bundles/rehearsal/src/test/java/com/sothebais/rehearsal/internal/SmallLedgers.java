package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledgers of the small auction's lots. Not thread-safe. */
final class SmallLedgers {
    private final Map<AuctionId, List<LedgerEntry>> ledgers = new HashMap<>();

    void open(AuctionId auction) {
        ledgers.put(auction, new ArrayList<>());
    }

    Optional<Ledger> ledger(AuctionId auction) {
        return Optional.ofNullable(ledgers.get(auction)).map(entries -> new Ledger(auction.value(), entries));
    }

    /** Of a lot that was opened. */
    Hash root(AuctionId auction) {
        return ledger(auction).orElseThrow().root();
    }

    /** Of a lot that was opened. */
    int size(AuctionId auction) {
        return ledgers.get(auction).size();
    }

    /** Adds a line. @return the hash of its entry */
    Hash enter(AuctionId auction, Post post, String verdict, Optional<Money> amount, Instant now) {
        LedgerLine line = new LedgerLine(
                auction.value(),
                now,
                post.id().toString(),
                post.author().id().toString(),
                verdict,
                amount.map(money -> money.units().toString()).orElse(""),
                "ETH");
        LedgerEntry entry = LedgerEntry.chain(size(auction), root(auction), line);
        ledgers.get(auction).add(entry);
        return entry.hash();
    }
}
