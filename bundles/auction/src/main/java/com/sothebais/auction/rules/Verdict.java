package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.money.Money;
import java.time.Instant;
import java.util.Optional;

/** What a bid leads to. */
public sealed interface Verdict {

    /**
     * The bid leads.
     *
     * @param displaced who led before, also when it is the same bidder
     * @param extended the new end, when the bid moved it
     */
    record Accepted(
            AuctionId auction,
            Bidder bidder,
            Money amount,
            Money nextMinimum,
            Optional<Bidder> displaced,
            Optional<Instant> extended)
            implements Verdict {}

    /** The bid does not count. The next minimum is known when there is a lot that is not closed. */
    record Refused(Optional<AuctionId> auction, Reason reason, Optional<Money> amount, Optional<Money> nextMinimum)
            implements Verdict {}

    /**
     * @param seen when the bidder saw the stream as it was, for the extension
     * @return that the bid leads
     */
    static Accepted accepted(LotState lot, Bidder bidder, Money amount, Instant seen) {
        return new Accepted(
                lot.plan().auction(),
                bidder,
                amount,
                lot.after(amount),
                lot.lead().bid().isPresent()
                        ? Optional.of(lot.lead().bid().get().bidder())
                        : Optional.empty(),
                Extensions.of(lot, seen));
    }
}
