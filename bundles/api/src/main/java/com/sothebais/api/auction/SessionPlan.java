package com.sothebais.api.auction;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * One day of a campaign with every instant fixed.
 *
 * @param zone the campaign's zone, for showing the instants
 * @param times PRE, LIVE, POST and end, UTC
 * @param lots in order of sale
 */
public record SessionPlan(SessionId id, CampaignId campaign, ZoneId zone, Times times, List<PlannedLot> lots) {
    public SessionPlan {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(times, "times");
        lots = List.copyOf(lots);
    }

    /** Half-open intervals: PRE is [pre, live), LIVE [live, post), POST [post, end). */
    public record Times(Instant pre, Instant live, Instant post, Instant end) {
        public Times {
            if (live.isBefore(pre) || !live.isBefore(post) || end.isBefore(post)) {
                throw new IllegalArgumentException(
                        "expected pre <= live < post <= end, got " + pre + ", " + live + ", " + post + ", " + end);
            }
        }
    }

    /**
     * A lot in its place.
     *
     * @param opens planned opening; later when the lot before it was extended
     * @param ends planned end, exclusive; moves with the opening
     */
    public record PlannedLot(AuctionId auction, Lot lot, Rules rules, Instant opens, Instant ends) {
        public PlannedLot {
            Objects.requireNonNull(auction, "auction");
            Objects.requireNonNull(lot, "lot");
            Objects.requireNonNull(rules, "rules");
            if (!opens.isBefore(ends)) {
                throw new IllegalArgumentException("lot " + lot.number() + " ends at " + ends + ", not after " + opens);
            }
        }
    }
}
