package com.sothebais.api.auction;

import com.sothebais.api.event.Decree;
import com.sothebais.api.health.Latency;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What can be asked of the auctioneer. Thread-safe. */
@ProviderType
public interface Auctions {

    /** The ledger of a lot so far; empty for an unknown auction. */
    Optional<Ledger> ledger(AuctionId auction);

    /**
     * What an override would do now, without doing it.
     *
     * @throws OverrideException when it cannot be made
     */
    OverridePreview preview(AuctionId auction, LotOverride override);

    /**
     * Makes an override; recorded when it returns.
     *
     * @param basis of the preview that the admin saw; empty makes it whatever has changed since
     * @return what it did
     * @throws OverrideException when it cannot be made, or when the lot is not as it was at the preview
     */
    OverridePreview override(AuctionId auction, LotOverride override, Optional<String> basis, Decree decree);

    /**
     * Sets a bidder's private maximum on a lot; recorded when it returns. The engine bids the least that leads, never more than
     * the maximum, and never against its own bidder. Nobody else learns the maximum. Only callers that know that the account is
     * who it says may call this.
     *
     * @param maximum empty withdraws it
     * @throws IllegalStateException when the auctioneer takes nothing now; try again
     */
    MaximumAnswer maximum(AuctionId auction, Account account, Optional<Money> maximum);

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
