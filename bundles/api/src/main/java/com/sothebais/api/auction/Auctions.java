package com.sothebais.api.auction;

import com.sothebais.api.health.Latency;
import com.sothebais.api.ledger.Ledger;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What can be asked of the auctioneer. Thread-safe. */
@ProviderType
public interface Auctions {

    /** The ledger of a lot so far; empty for an unknown auction. */
    Optional<Ledger> ledger(AuctionId auction);

    /** Counts since the start of the process. */
    Tally tally();

    /**
     * What happened to posts since the start of the process.
     *
     * @param posts distinct posts taken from the inbox
     * @param accepted bids that led
     * @param refused posts that meant to bid and do not count, by reason
     * @param duplicates repeated deliveries
     * @param verdicts from the network's time of the post to the durable verdict
     */
    record Tally(long posts, long accepted, Map<Reason, Long> refused, long duplicates, Latency verdicts) {
        public Tally {
            refused = Map.copyOf(refused);
        }
    }
}
