package com.sothebais.auction.engine;

import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.social.Post;
import com.sothebais.auction.engine.FaultyLog.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch is decided while the one before is recorded; when that one is not, neither counts. */
class PipelineTest {
    /** Two posts of an account within ten seconds, so that limits are part of the verdicts. */
    private static final Settings STRICT = new Settings(100, 10, 2, 3, Duration.ofSeconds(10), 50_000);

    private Stage stage;

    @BeforeEach
    void live() {
        stage = stage();
        stage.room.auctioneer().start();
    }

    private static Stage stage() {
        Stage fresh = new Stage(STRICT);
        fresh.rehearse(Stage.rules());
        fresh.fund(1, "100");
        fresh.fund(2, "3");
        fresh.at(21);
        return fresh;
    }

    @AfterEach
    void stop() {
        stage.room.auctioneer().abandon();
    }

    /** Of one batch; the second is dated before the first, and the third is one too many of its account. */
    private static List<Post> first(Stage of) {
        return List.of(
                of.post(1, "bid 1.5 eth", of.now),
                of.post(2, "bid 2 eth", of.now.minusMillis(500)),
                of.post(1, "bid 2.5 eth", of.now.plusMillis(1)),
                of.post(1, "bid 9 eth", of.now.plusMillis(2)));
    }

    private static List<Post> second(Stage of) {
        return List.of(
                of.post(2, "bid 3 eth", of.now.plusMillis(3)),
                of.post(2, "bid 3.1 eth", of.now.plusMillis(4)),
                of.post(3, "bid 4 eth", of.now.plusMillis(5)));
    }

    private static List<String> verdicts(Stage of) {
        List<String> verdicts = new ArrayList<>();
        for (Event event : of.since(0)) {
            if (event instanceof BidAccepted bid) {
                verdicts.add(bid.post().text() + " leads");
            } else if (event instanceof BidRefused bid) {
                verdicts.add(bid.post().text() + " " + bid.reason());
            }
        }
        return verdicts;
    }

    private static List<String> withoutFault() {
        Stage control = stage();
        first(control).forEach(control::deliver);
        control.room.auctioneer().step();
        second(control).forEach(control::deliver);
        control.room.auctioneer().step();
        return verdicts(control);
    }

    /** Gets the first batch on its way and has the second decided meanwhile. */
    private List<CompletableFuture<Void>> decideBoth() throws InterruptedException {
        stage.log.hold();
        List<CompletableFuture<Void>> done = new ArrayList<>();
        first(stage).forEach(post -> done.add(stage.deliver(post)));
        stage.room.auctioneer().step();
        stage.log.awaitHeld();
        second(stage).forEach(post -> done.add(stage.deliver(post)));
        stage.room.auctioneer().step();
        assertThat(stage.room
                        .auctioneer()
                        .floor()
                        .lot(Stage.LOT_1)
                        .orElseThrow()
                        .price())
                .as("decided")
                .isEqualTo(eth("3"));
        assertThat(done).as("recorded").noneMatch(CompletableFuture::isDone);
        return done;
    }

    @Test
    void decidesTheNextBatchWhileOneIsRecorded() throws InterruptedException {
        List<CompletableFuture<Void>> done = decideBoth();
        stage.log.release();
        stage.stepUntilDone(done.toArray(CompletableFuture[]::new));
        assertThat(verdicts(stage)).isEqualTo(withoutFault());
    }

    @Test
    void aFailureTakesBothBatchesBackAndDecidesThemAgainWithTheSameVerdicts() throws InterruptedException {
        List<CompletableFuture<Void>> done = decideBoth();
        stage.log.next(Fault.LOST);
        stage.log.release();
        stage.stepUntilDone(done.toArray(CompletableFuture[]::new));
        assertThat(stage.failures).hasSize(1);
        assertThat(verdicts(stage)).isEqualTo(withoutFault());
        assertThat(stage.room.ledger(Stage.LOT_1).orElseThrow().flaw()).isEmpty();
    }

    @Test
    void aLostAnswerKeepsTheFirstBatchAndDecidesTheSecondAgain() throws InterruptedException {
        List<CompletableFuture<Void>> done = decideBoth();
        stage.log.next(Fault.LOST_ANSWER);
        stage.log.release();
        stage.stepUntilDone(done.toArray(CompletableFuture[]::new));
        assertThat(verdicts(stage)).isEqualTo(withoutFault());
        assertThat(stage.room.tally().duplicates()).isZero();
        assertThat(stage.room.tally().posts()).isEqualTo(7);
    }

    @Test
    void anOwnerThatWasReplacedFailsBothBatches() throws InterruptedException {
        List<CompletableFuture<Void>> done = decideBoth();
        stage.log.claim(Auctioneer.FENCE);
        long before = stage.log.last();
        stage.log.release();
        for (int i = 0; i < 100 && !stage.room.auctioneer().isFenced(); i++) {
            try {
                stage.room.auctioneer().step();
            } catch (EventLogException e) {
                stage.failures.add(e.getMessage());
            }
            stage.room.queue().await(java.time.Instant.MAX, Duration.ofMillis(20));
        }
        assertThat(done).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(stage.log.last()).isEqualTo(before);
    }

    @Test
    void aStopFailsWhatIsNotRecordedAndNobodyWaitsForEver() throws InterruptedException {
        List<CompletableFuture<Void>> done = decideBoth();
        stage.log.next(Fault.LOST);
        Thread stopping = new Thread(() -> stage.room.auctioneer().abandon(), "stop");
        stopping.start();
        stage.log.release();
        stopping.join();
        assertThat(done).allMatch(CompletableFuture::isCompletedExceptionally);
    }
}
