package com.sothebais.web.internal.catalogue;

import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.social.PostId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a lot besides how it looks. Immutable.
 *
 * @param sequence of the newest fact in the lot's stream, 0 before the first
 * @param voided bids that were taken back
 * @param overrides {@link OverrideMade}, newest first, at most {@link #OVERRIDES_MAX}
 */
public record Notes(long sequence, Set<PostId> voided, List<Recorded> overrides) {
    /** Most overrides kept of a lot; the log has them all. */
    public static final int OVERRIDES_MAX = 200;

    static final Notes NONE = new Notes(0, Set.of(), List.of());

    public Notes {
        voided = Set.copyOf(voided);
        overrides = List.copyOf(overrides);
    }

    Notes after(Recorded recorded) {
        if (recorded.event() instanceof BidVoided bid) {
            Set<PostId> more = new HashSet<>(voided);
            more.add(bid.post());
            return new Notes(recorded.sequence(), more, overrides);
        }
        if (recorded.event() instanceof OverrideMade) {
            List<Recorded> more = new ArrayList<>();
            more.add(recorded);
            overrides.stream().limit(OVERRIDES_MAX - 1L).forEach(more::add);
            return new Notes(recorded.sequence(), voided, more);
        }
        return new Notes(recorded.sequence(), voided, overrides);
    }
}
