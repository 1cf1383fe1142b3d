package com.sothebais.auction.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionPaused;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.auction.rules.Floor;
import com.sothebais.contract.MemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private final FaultyLog log = new FaultyLog(new MemoryEventLog());
    private final AtomicLong nanos = new AtomicLong(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    private static Batch batch(Stage stage) {
        Floor floor = stage.room.auctioneer().floor().draft();
        Batch batch = new Batch(floor, Instant.EPOCH);
        batch.decide(
                Streams.of(Stage.LOT_1), new AuctionPaused(Stage.LOT_1), Stage.START, new CorrelationId("recorder"));
        return batch;
    }

    @Test
    void saysForHowLongTheLogHasNotAnswered() throws Exception {
        Stage stage = new Stage();
        stage.rehearse(Stage.rules());
        Counts counts = new Counts(InstantSource.fixed(Stage.START));
        try (Recorder recorder = new Recorder(log, counts, nanos::get)) {
            recorder.start(finished::countDown);
            assertThat(recorder.silence()).isZero();
            log.hold();
            recorder.submit(batch(stage), Optional.empty());
            log.awaitHeld();
            nanos.addAndGet(Duration.ofSeconds(7).toNanos());
            assertThat(recorder.silence()).isEqualTo(Duration.ofSeconds(7));
            log.release();
            assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(recorder.silence()).isZero();
            assertThat(recorder.finished().last()).isPresent();
        }
    }
}
