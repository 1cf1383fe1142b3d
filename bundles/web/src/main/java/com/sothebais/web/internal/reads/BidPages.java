package com.sothebais.web.internal.reads;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Reason.Verdict;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.show.BidView;
import com.sothebais.api.show.ShowView;
import com.sothebais.web.internal.catalogue.Catalogue;
import com.sothebais.web.internal.catalogue.Notes;
import com.sothebais.web.internal.json.BidJson;
import com.sothebais.web.internal.json.PageJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All bids of a lot, newest first, read backwards from its stream; the cursor is the sequence that was reached. */
public final class BidPages {
    /** Most facts looked at for one page; a rare filter then gives a short page and a cursor. */
    static final int SCAN_MAX = 5_000;

    /** Facts read at a time. */
    private static final int WINDOW = 500;

    private final EventLog log;

    public BidPages(EventLog log) {
        this.log = log;
    }

    /**
     * Which bids.
     *
     * @param bidder handle with or without {@code @}, or {@code network/id} of the account
     */
    public record Filter(Optional<Verdict> verdict, Optional<String> bidder, Optional<Boolean> voided) {
        boolean takes(BidView bid) {
            Verdict given = bid.refusal().map(reason -> reason.verdict()).orElse(Verdict.ACCEPTED);
            return verdict.map(given::equals).orElse(true)
                    && voided.map(wanted -> wanted == bid.voided()).orElse(true)
                    && bidder.map(name -> by(bid, name)).orElse(true);
        }

        private static boolean by(BidView bid, String name) {
            String handle = name.startsWith("@") ? name.substring(1) : name;
            return bid.post().author().handle().equalsIgnoreCase(handle)
                    || bid.post().author().id().toString().equals(name);
        }
    }

    public PageJson<BidJson> page(AuctionId auction, Notes notes, Filter filter, Query query) {
        int limit = (int) query.whole(Paging.LIMIT, Paging.LIMIT_DEFAULT, 1, Paging.LIMIT_MAX);
        long upTo = Math.min(notes.sequence(), query.whole(Paging.CURSOR, Long.MAX_VALUE - 1, 1, Long.MAX_VALUE) - 1);
        long lowest = Math.max(0, upTo - SCAN_MAX);
        List<BidJson> page = new ArrayList<>();
        while (upTo > lowest) {
            long from = Math.max(lowest, upTo - WINDOW);
            List<Recorded> window = log.readStream(Catalogue.stream(auction), from, (int) (upTo - from));
            for (int i = window.size() - 1; i >= 0; i--) {
                Optional<BidView> bid = bid(window.get(i), notes).filter(filter::takes);
                if (bid.isPresent()) {
                    page.add(BidJson.of(bid.get()));
                    if (page.size() == limit) {
                        return new PageJson<>(page, cursor(window.get(i).sequence()));
                    }
                }
            }
            upTo = from;
        }
        return new PageJson<>(page, cursor(upTo + 1));
    }

    /** Nothing is before the first fact. */
    private static String cursor(long sequence) {
        return sequence <= 1 ? null : String.valueOf(sequence);
    }

    /** What the one fold of the show makes of this fact. */
    private static Optional<BidView> bid(Recorded recorded, Notes notes) {
        return ShowView.EMPTY.after(recorded).bids().stream()
                .findFirst()
                .map(bid -> notes.voided().contains(bid.post().id()) ? voided(bid) : bid);
    }

    private static BidView voided(BidView bid) {
        return new BidView(bid.auction(), bid.post(), bid.amount(), bid.refusal(), bid.at(), bid.correlation(), true);
    }
}
