package com.sothebais.rehearsal.report;

import com.sothebais.api.agent.Host.Activity;
import com.sothebais.api.auction.Auctions.Tally;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.rehearsal.report.ShowReport.Bids;
import com.sothebais.rehearsal.report.ShowReport.Hosting;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The counters of the platform at the start of the show. They count since the start of the process, so a show's own figures are
 * differences; a counter that is lower than before started again and counts as it is. Latencies cannot be subtracted and stay those
 * of the process.
 */
public record Baseline(Tally tally, StreamHealth stream, Activity activity) {

    public Bids bids(Tally now) {
        Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
        now.refused().forEach((reason, count) -> {
            long mine = since(tally.refused().getOrDefault(reason, 0L), count);
            if (mine > 0) {
                rejected.put(reason, mine);
            }
        });
        return new Bids(
                since(tally.posts(), now.posts()),
                since(tally.accepted(), now.accepted()),
                rejected,
                since(tally.duplicates(), now.duplicates()),
                now.verdicts());
    }

    public ShowReport.Stream stream(StreamHealth now) {
        Duration length = now.upFor().compareTo(stream.upFor()) < 0
                ? now.upFor()
                : now.upFor().minus(stream.upFor());
        long frames = since(stream.picture().frames(), now.picture().frames());
        double fps = length.toMillis() <= 0 ? 0 : Math.round(frames * 100_000.0 / length.toMillis()) / 100.0;
        return new ShowReport.Stream(
                frames,
                since(stream.picture().late(), now.picture().late()),
                since(stream.picture().dropped(), now.picture().dropped()),
                fps,
                now.stateToFrame().p95Millis(),
                now.postToFrame().p95Millis(),
                now.renderer(),
                now.sound().loudness(),
                now.outputs());
    }

    public Hosting host(Activity now) {
        return new Hosting(
                since(activity.linesSpoken(), now.linesSpoken()),
                since(activity.repliesPosted(), now.repliesPosted()),
                since(activity.announcementsPosted(), now.announcementsPosted()));
    }

    private static long since(long before, long now) {
        return now < before ? now : now - before;
    }
}
