package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.rules.Entries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger of a lot, folded from its stream. The hashes are those of the facts, so that a changed fact shows as a flaw. The
 * ledgers asked for last are kept and only read on. Thread-safe.
 */
final class LedgerReader {

    /** Most ledgers kept. */
    static final int LEDGERS_MAX = 4;

    /** Longer ledgers are read again each time, so that memory has a limit. */
    static final int ENTRIES_MAX = 50_000;

    private final EventLog log;
    private final Map<AuctionId, Pages> kept = new LinkedHashMap<>(LEDGERS_MAX * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AuctionId, Pages> eldest) {
            return size() > LEDGERS_MAX;
        }
    };

    LedgerReader(EventLog log) {
        this.log = log;
    }

    /** Empty of entries when there are none. */
    synchronized Ledger ledger(AuctionId auction) {
        Pages pages = kept.getOrDefault(auction, new Pages(auction));
        List<Recorded> page = log.readStream(Streams.of(auction), pages.sequence, EventLog.READ_MAX);
        while (!page.isEmpty()) {
            page.forEach(pages::add);
            page = log.readStream(Streams.of(auction), pages.sequence, EventLog.READ_MAX);
        }
        if (pages.entries.isEmpty() || pages.entries.size() > ENTRIES_MAX) {
            kept.remove(auction);
        } else {
            kept.put(auction, pages);
        }
        return new Ledger(auction.value(), pages.entries);
    }

    /** The entries of a lot so far. */
    private static final class Pages {
        private final AuctionId auction;
        private final List<LedgerEntry> entries = new ArrayList<>();
        private long sequence;
        private String currency = "";

        Pages(AuctionId auction) {
            this.auction = auction;
        }

        void add(Recorded recorded) {
            sequence = recorded.sequence();
            Event event = recorded.event();
            Instant at = recorded.fact().at();
            if (event instanceof AuctionOpened opened) {
                currency = opened.rules().currency().code();
            } else if (event instanceof BidAccepted bid) {
                Line line = new Line(bid.post().id(), bid.bidder().account().id(), Entries.ACCEPTED);
                add(line, Optional.of(bid.amount()), at, bid.entry());
            } else if (event instanceof BidRefused bid && bid.entry().isPresent()) {
                Line line = new Line(
                        bid.post().id(), bid.post().author().id(), bid.reason().name());
                add(line, bid.amount(), at, bid.entry().get());
            } else if (event instanceof BidVoided bid) {
                Line line = new Line(bid.post(), bid.bidder().account().id(), Entries.VOIDED);
                add(line, Optional.of(bid.amount()), at, bid.entry());
            }
        }

        private record Line(PostId post, AccountId bidder, String verdict) {}

        private void add(Line line, Optional<Money> amount, Instant at, Hash hash) {
            LedgerLine written = new LedgerLine(
                    auction.value(),
                    at,
                    line.post().toString(),
                    line.bidder().toString(),
                    line.verdict(),
                    amount.map(money -> money.units().toString()).orElse(""),
                    currency);
            Hash previous = entries.isEmpty()
                    ? Hash.GENESIS
                    : entries.get(entries.size() - 1).hash();
            entries.add(new LedgerEntry(entries.size(), previous, written, hash));
        }
    }
}
