package com.sothebais.benchmarks;

import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Plays a network that delivers posts in order, waits when the inbox is full, and notes when each verdict was durable. */
final class BidsLoad {
    /** The inbox holds many times what is decided in so long. */
    private static final long FULL_PAUSE_NANOS = 2_000_000;

    private static final long TICK_NANOS = 1_000_000;
    private static final long DRAIN_SECONDS = 60;

    private final Inbox inbox;
    private final BidPosts posts;
    private final AtomicLong durable = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    BidsLoad(Inbox inbox, BidPosts posts) {
        this.inbox = inbox;
        this.posts = posts;
    }

    /** As much as the inbox takes for so long; the durable verdicts a second, from first to last. */
    double saturate(double seconds) {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            offer(posts.next(), -1, null);
        }
        long inTime = durable.get();
        double took = (System.nanoTime() - begin) / 1e9;
        drain();
        return inTime / took;
    }

    /**
     * So many a second, whatever becomes of those before.
     *
     * @return milliseconds from when each post was due to when its verdict was durable, ascending
     */
    double[] offered(int perSecond, int seconds) {
        int total = perSecond * seconds;
        double[] millis = new double[total];
        long begin = System.nanoTime();
        long spacing = 1_000_000_000L / perSecond;
        for (int sent = 0; sent < total; ) {
            long now = System.nanoTime();
            while (sent < total && begin + sent * spacing <= now) {
                offer(posts.next(), sent, new Due(begin + sent * spacing, millis));
                sent++;
            }
            LockSupport.parkNanos(Math.max(1, Math.min(TICK_NANOS, begin + sent * spacing - System.nanoTime())));
        }
        drain();
        Arrays.sort(millis);
        return millis;
    }

    /** All at once; milliseconds until the last verdict was durable. */
    double burst(int count) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            offer(posts.next(), -1, null);
        }
        drain();
        return (System.nanoTime() - begin) / 1e6;
    }

    long durable() {
        return durable.get();
    }

    long failed() {
        return failed.get();
    }

    /** When a post was due, and where its latency belongs. */
    private record Due(long at, double[] millis) {}

    private void offer(Post post, int index, Due due) {
        while (true) {
            if (inbox.receive(post) instanceof Inbox.Receipt.Taken taken) {
                taken.recorded().whenComplete((nothing, failure) -> {
                    if (due != null) {
                        due.millis()[index] = (System.nanoTime() - due.at()) / 1e6;
                    }
                    (failure == null ? durable : failed).incrementAndGet();
                });
                return;
            }
            LockSupport.parkNanos(FULL_PAUSE_NANOS);
        }
    }

    private void drain() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
        while (durable.get() + failed.get() < posts.count()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException(
                        "only " + durable.get() + " of " + posts.count() + " posts have a verdict");
            }
            LockSupport.parkNanos(FULL_PAUSE_NANOS);
        }
    }
}
