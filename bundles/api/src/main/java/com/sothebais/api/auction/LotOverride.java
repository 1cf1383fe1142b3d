package com.sothebais.api.auction;

import com.sothebais.api.social.PostId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What an admin may do to a lot by hand. Each needs a reason, shows its effect first, and stays in the log. */
public sealed interface LotOverride {
    /** No bid is taken and the clock stands still. Only while the lot is open. */
    record Pause() implements LotOverride {}

    /** Bids are taken again; the end moves on by the length of the pause. */
    record Resume() implements LotOverride {}

    /**
     * Moves the end on; does not count as an extension of the rules and may go beyond their hard stop.
     *
     * @param by at least a second, at most {@link #BY_MAX}
     */
    record Extend(Duration by) implements LotOverride {
        /** Longest single extension. */
        public static final Duration BY_MAX = Duration.ofHours(24);

        public Extend {
            if (by.compareTo(Duration.ofSeconds(1)) < 0 || by.compareTo(BY_MAX) > 0) {
                throw new IllegalArgumentException("an extension is from 1 s to " + BY_MAX.toHours() + " h, got " + by);
            }
        }
    }

    /** Ends the lot without a sale; every bidder's money is free again. */
    record Cancel() implements LotOverride {}

    /** Takes an accepted bid back; it stays visible and is marked. The best bid before it leads again, if its money is still there. */
    record VoidBid(PostId post) implements LotOverride {
        public VoidBid {
            Objects.requireNonNull(post, "post");
        }
    }

    /** Ends the lot now with the outcome that the bids so far give. */
    record ForceClose() implements LotOverride {}

    /** Another reserve, or none; only until the first bid was accepted. */
    record ChangeReserve(Optional<Reserve> reserve) implements LotOverride {
        public ChangeReserve {
            Objects.requireNonNull(reserve, "reserve");
        }
    }

    /**
     * How far behind the viewers are, as measured. Bids made before the viewers' zero count.
     *
     * @param delay not negative, at most {@link Rules#VIEWER_DELAY_MAX}
     */
    record ChangeViewerDelay(Duration delay) implements LotOverride {
        public ChangeViewerDelay {
            Rules.checkViewerDelay(delay);
        }
    }
}
