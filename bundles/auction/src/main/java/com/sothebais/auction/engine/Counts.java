package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Auctions.Tally;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.health.LatencyRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened to posts, once it is durable. Thread-safe. */
final class Counts {
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final LongAdder posts = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final Map<Reason, LongAdder> refused = new ConcurrentHashMap<>();
    private final LatencyRecorder verdicts = new LatencyRecorder();

    void count(Batch batch, Instant durable) {
        posts.add(batch.posts());
        duplicates.add(batch.duplicates());
        for (Batch.Row row : batch.rows()) {
            row.verdict().ifPresent(bid -> {
                if (bid.fact() instanceof BidAccepted) {
                    accepted.increment();
                } else if (bid.fact() instanceof BidRefused no) {
                    refused.computeIfAbsent(no.reason(), any -> new LongAdder()).increment();
                }
                verdicts.record(Duration.between(row.post().at(), durable).toNanos() / NANOS_PER_MILLI);
            });
        }
    }

    Tally tally() {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        refused.forEach((reason, count) -> reasons.put(reason, count.sum()));
        return new Tally(posts.sum(), accepted.sum(), reasons, duplicates.sum(), verdicts.snapshot());
    }
}
