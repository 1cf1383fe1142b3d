package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.event.Recorded;
import java.util.List;
import java.util.Map;

/** Keeps a tally of each open lot and gives those that were sold to whoever judges whole lots. */
final class Lots implements Rule {
    private static final int OPEN_MAX = 200;

    private final Map<AuctionId, LotTally> open = new Newest<>(OPEN_MAX);
    private final List<Judge> judges;

    /** Looks at a lot that was sold. */
    interface Judge {
        void sold(LotTally lot, Sold outcome, Seen closed, HintBook hints);
    }

    Lots(List<Judge> judges) {
        this.judges = List.copyOf(judges);
    }

    @Override
    public void on(Recorded recorded, HintBook hints) {
        if (recorded.event() instanceof AuctionOpened opened) {
            open.put(
                    opened.auction(),
                    new LotTally(opened.auction(), recorded.fact().at()));
        } else if (recorded.event() instanceof BidAccepted bid) {
            LotTally lot = open.get(bid.auction());
            if (lot != null) {
                lot.take(bid, Seen.of(recorded));
            }
        } else if (recorded.event() instanceof AuctionClosed closed) {
            LotTally lot = open.remove(closed.auction());
            if (lot != null && closed.outcome() instanceof Sold sold) {
                judges.forEach(judge -> judge.sold(lot, sold, Seen.of(recorded), hints));
            }
        }
    }
}
