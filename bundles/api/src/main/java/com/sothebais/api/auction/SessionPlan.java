package com.sothebais.api.auction;

import com.sothebais.api.auction.Schedule.Course;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One day of a campaign with every instant fixed.
 *
 * @param zone the campaign's zone, for showing the instants
 * @param times PRE, LIVE, POST and end, UTC
 * @param course whether the lots are sold one after another or all at once
 * @param lots in order of sale
 */
public record SessionPlan(
        SessionId id, CampaignId campaign, ZoneId zone, Times times, Course course, List<PlannedLot> lots) {
    public SessionPlan {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(course, "course");
        lots = List.copyOf(lots);
    }

    /** Lots one after another. */
    public SessionPlan(SessionId id, CampaignId campaign, ZoneId zone, Times times, List<PlannedLot> lots) {
        this(id, campaign, zone, times, Course.SEQUENTIAL, lots);
    }

    /** Half-open intervals: PRE is [pre, live), LIVE [live, post), POST [post, end). */
    public record Times(Instant pre, Instant live, Instant post, Instant end) {
        /** The stream begins this long before LIVE and goes on this long after POST has begun, if the session is that long. */
        public static final Duration ON_AIR_AROUND = Duration.ofMinutes(15);

        public Times {
            if (live.isBefore(pre) || !live.isBefore(post) || end.isBefore(post)) {
                throw new IllegalArgumentException(
                        "expected pre <= live < post <= end, got " + pre + ", " + live + ", " + post + ", " + end);
            }
        }

        /** When the stream begins. */
        public Instant onAir() {
            Instant early = live.minus(ON_AIR_AROUND);
            return early.isBefore(pre) ? pre : early;
        }

        /** When the stream ends, unless extensions keep the session live longer. */
        public Instant offAir() {
            Instant late = post.plus(ON_AIR_AROUND);
            return late.isAfter(end) ? end : late;
        }
    }

    /**
     * A lot in its place.
     *
     * @param opens planned opening; later when the lot before it was extended
     * @param ends planned end, exclusive; moves with the opening
     * @param relistOf the earlier auction of the same lot, which did not sell it
     */
    public record PlannedLot(
            AuctionId auction, Lot lot, Rules rules, Instant opens, Instant ends, Optional<AuctionId> relistOf) {
        /** A lot that is put up for the first time. */
        public PlannedLot(AuctionId auction, Lot lot, Rules rules, Instant opens, Instant ends) {
            this(auction, lot, rules, opens, ends, Optional.empty());
        }

        public PlannedLot {
            Objects.requireNonNull(relistOf, "relistOf");
            Objects.requireNonNull(auction, "auction");
            Objects.requireNonNull(lot, "lot");
            Objects.requireNonNull(rules, "rules");
            if (!opens.isBefore(ends)) {
                throw new IllegalArgumentException("lot " + lot.number() + " ends at " + ends + ", not after " + opens);
            }
        }

        /** The same lot under other rules. */
        public PlannedLot with(Rules other) {
            return new PlannedLot(auction, lot, other, opens, ends, relistOf);
        }
    }
}
