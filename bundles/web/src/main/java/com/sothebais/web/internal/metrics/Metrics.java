package com.sothebais.web.internal.metrics;

import com.sothebais.api.agent.Host;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.health.Health;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.stream.Studio;
import com.sothebais.web.internal.live.LiveFeed;
import com.sothebais.web.internal.parts.Parts;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what the parts measure, at the moment that somebody asks: nothing is kept here. What is away is left out, so that an
 * alert can tell "away" from "zero". Thread-safe.
 */
public final class Metrics {
    /** Content type of the page. */
    public static final String MEDIA_TYPE = Exposition.MEDIA_TYPE;

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final double MILLIS_A_SECOND = 1e3;

    private final Parts parts;
    private final Supplier<LiveFeed.Load> feed;

    public Metrics(Parts parts, Supplier<LiveFeed.Load> feed) {
        this.parts = parts;
        this.feed = feed;
    }

    /** The page for Prometheus. */
    public String page() {
        Exposition page = new Exposition();
        parts.healthSources().forEach(source -> take(page, "health", to -> status(source.health(), to)));
        of(page, Studio.class, (studio, to) -> StreamMetrics.write(studio.health(), to));
        of(page, Auctions.class, (auctions, to) -> auction(auctions.tally(), to));
        of(page, Dispatcher.class, (dispatcher, to) -> dispatcher.progress().forEach(reader -> reader(reader, to)));
        of(page, EscrowBook.class, Metrics::escrow);
        of(page, Host.class, (host, to) -> host(host.activity(), to));
        take(page, "feed", to -> feed(feed.get(), to));
        take(page, "process", Metrics::process);
        return page.page();
    }

    private <T> void of(Exposition page, Class<T> service, BiConsumer<T, Exposition> write) {
        parts.find(service).ifPresent(part -> take(page, service.getSimpleName(), to -> write.accept(part, to)));
    }

    /** All of a part or nothing: half of its figures would be taken for the whole. */
    private static void take(Exposition page, String what, Consumer<Exposition> write) {
        Exposition own = new Exposition();
        try {
            write.accept(own);
        } catch (RuntimeException e) {
            LOG.debug("{} is left out of the metrics, it did not answer", what, e);
            return;
        }
        page.addAll(own);
    }

    private static void status(Health health, Exposition to) {
        to.add(Family.PART_STATUS, health.status().ordinal(), health.part());
    }

    private static void auction(Auctions.Tally tally, Exposition to) {
        to.add(Family.AUCTION_POSTS, tally.posts());
        to.add(Family.AUCTION_ACCEPTED, tally.accepted());
        tally.refused().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(refused -> to.add(
                        Family.AUCTION_REFUSED,
                        refused.getValue(),
                        refused.getKey().name()));
        to.add(Family.AUCTION_DUPLICATES, tally.duplicates());
        to.add(Family.AUCTION_VERDICT, tally.verdicts());
    }

    private static void reader(Dispatcher.Progress reader, Exposition to) {
        to.add(Family.READER_POSITION, reader.position(), reader.subscriber());
        to.add(Family.READER_LAG, reader.lag(), reader.subscriber());
        to.add(Family.READER_PARKED, reader.parkedStreams(), reader.subscriber());
    }

    /** Nothing before the first comparison with a chain. */
    private static void escrow(EscrowBook book, Exposition to) {
        List<EscrowBook.Reserves> reserves = book.reserves();
        if (!reserves.isEmpty()) {
            boolean balanced = reserves.stream().allMatch(EscrowBook.Reserves::balanced);
            to.add(Family.ESCROW_BALANCED, balanced ? 1 : 0);
        }
    }

    private static void host(Host.Activity activity, Exposition to) {
        to.add(Family.HOST_LINES, activity.linesSpoken());
        to.add(Family.HOST_REPLIES, activity.repliesPosted());
        to.add(Family.HOST_ANNOUNCEMENTS, activity.announcementsPosted());
        to.add(Family.HOST_DRAFTS, activity.draftsWaiting());
    }

    private static void feed(LiveFeed.Load load, Exposition to) {
        to.add(Family.FEED_CLIENTS, load.clients());
        to.add(Family.FEED_CLIENTS_MAX, load.clientsMax());
        to.add(Family.FEED_DROPS, load.resyncs());
    }

    private static void process(Exposition to) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        to.add(Family.PROCESS_START, ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS_A_SECOND);
        to.add(Family.MEMORY_USED, memory.getHeapMemoryUsage().getUsed(), "heap");
        to.add(Family.MEMORY_USED, memory.getNonHeapMemoryUsage().getUsed(), "nonheap");
        to.add(Family.THREADS, ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
