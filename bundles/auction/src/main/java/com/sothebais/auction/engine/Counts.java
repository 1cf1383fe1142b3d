package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Auctions.Tally;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.health.LatencyRecorder;
import com.sothebais.api.social.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened to posts, once it is durable. Thread-safe. */
final class Counts {
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final InstantSource clock;
    private final LongAdder posts = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final Map<Reason, LongAdder> refused = new EnumMap<>(Reason.class);
    private final LatencyRecorder verdicts = new LatencyRecorder();

    Counts(InstantSource clock) {
        this.clock = clock;
        for (Reason reason : Reason.values()) {
            refused.put(reason, new LongAdder());
        }
    }

    void count(Batch batch) {
        Instant durable = clock.instant();
        posts.add(batch.posts().size());
        duplicates.add(batch.duplicates());
        for (NewEvent fact : batch.facts()) {
            Event event = fact.event();
            if (event instanceof BidAccepted bid) {
                accepted.increment();
                took(bid.post(), durable);
            } else if (event instanceof BidRefused bid) {
                refused.get(bid.reason()).increment();
                took(bid.post(), durable);
            }
        }
    }

    private void took(Post post, Instant durable) {
        if (!post.isByProxy()) {
            verdicts.record(Duration.between(post.at(), durable).toNanos() / NANOS_PER_MILLI);
        }
    }

    Tally tally() {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        refused.forEach((reason, count) -> {
            if (count.sum() > 0) {
                reasons.put(reason, count.sum());
            }
        });
        return new Tally(posts.sum(), accepted.sum(), reasons, duplicates.sum(), verdicts.snapshot());
    }
}
