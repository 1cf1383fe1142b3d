package com.sothebais.auction.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.auction.testing.Samples;
import com.sothebais.contract.MemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The only test on the real clock: the thread wakes for work and for the time. */
class AuctioneerThreadTest {
    private static final Tempo QUICK =
            new Tempo(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMillis(100));

    private final MemoryEventLog log = new MemoryEventLog();
    private final Map<Class<?>, Instant> recordedAt = new ConcurrentHashMap<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(2);
    private SaleRoom room;
    private AuctioneerThread thread;

    @BeforeEach
    void start() {
        InstantSource clock = InstantSource.system();
        room = new SaleRoom(new Surroundings(log, clock, network -> Optional.of(Stage.HOST)), Settings.DEFAULT);
        log.subscribe(room);
        log.subscribe(new Watch());
        thread = new AuctioneerThread(room);
        thread.start();
    }

    @AfterEach
    void stop() {
        thread.close();
    }

    /** Notes when the first opening and closing were durable. */
    private final class Watch implements EventSubscriber {
        @Override
        public String name() {
            return "watch";
        }

        @Override
        public Kind kind() {
            return Kind.VIEW;
        }

        @Override
        public void on(Recorded recorded) {
            recordedAt.putIfAbsent(recorded.event().getClass(), Instant.now());
            if (recorded.event() instanceof AuctionOpened) {
                opened.countDown();
            }
            if (recorded.event() instanceof AuctionClosed) {
                closed.countDown();
            }
        }
    }

    @Test
    void publishesOpensTakesBidsAndClosesByItself() throws Exception {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS);
        room.rehearse(Stage.campaign(Stage.rules()), start, QUICK);
        assertThat(opened.await(5, TimeUnit.SECONDS)).isTrue();
        Post post = new Post(
                new com.sothebais.api.social.PostId("sim", "1"),
                Samples.account(1),
                "bid 2 eth",
                Instant.now(),
                com.sothebais.api.social.Relation.ORIGINAL,
                true);
        Inbox.Receipt.Taken taken = (Inbox.Receipt.Taken) room.receive(post);
        taken.recorded().toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(room.tally().posts()).isEqualTo(1);
        assertThat(room.health().status()).isEqualTo(Health.Status.WELL);
        AuctionClosed close = (AuctionClosed) log.read(0, 100).stream()
                .map(Recorded::event)
                .filter(AuctionClosed.class::isInstance)
                .findFirst()
                .orElseThrow();
        Instant due =
                start.plus(QUICK.pre()).plus(QUICK.lot()).plus(Stage.rules().grace());
        System.out.printf(
                "opened %d us, closed %d us after the planned instant%n",
                ChronoUnit.MICROS.between(start.plus(QUICK.pre()), recordedAt.get(AuctionOpened.class)),
                ChronoUnit.MICROS.between(due, recordedAt.get(AuctionClosed.class)));
        assertThat(recordedAt.get(AuctionClosed.class)).isAfterOrEqualTo(due);
        assertThat(close.entries()).isEqualTo(1);
    }

    @Test
    void survivesANetworkThatLostAClass() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        MemoryEventLog own = new MemoryEventLog();
        SaleRoom other = new SaleRoom(
                new Surroundings(own, InstantSource.system(), network -> {
                    if (broken.get()) {
                        throw new NoClassDefFoundError("its bundle was updated");
                    }
                    return Optional.of(Stage.HOST);
                }),
                Settings.DEFAULT);
        try (AuctioneerThread second = new AuctioneerThread(other)) {
            second.start();
            Post post = new Stage().post(1, "hello there");
            assertThat(taken(other, post)).isFalse();
            broken.set(false);
            assertThat(taken(other, post)).isTrue();
        }
        assertThat(other.health().status()).isEqualTo(Health.Status.DOWN);
    }

    /** Delivers until the auctioneer is ready; whether the post was recorded then. */
    private static boolean taken(SaleRoom room, Post post) throws Exception {
        for (int i = 0; i < 500; i++) {
            if (room.receive(post) instanceof Inbox.Receipt.Taken taken) {
                return taken.recorded()
                        .handle((nothing, failure) -> failure == null)
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS);
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("the auctioneer takes no posts");
    }

    @Test
    void aStoppedAuctioneerTakesNothing() {
        thread.close();
        Post post = new Stage().post(1, "bid 2 eth");
        assertThat(room.receive(post)).isInstanceOf(Inbox.Receipt.Full.class);
    }
}
