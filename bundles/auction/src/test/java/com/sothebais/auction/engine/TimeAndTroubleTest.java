package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.engine.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeAndTroubleTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void open() {
        stage.fund(1, "100");
        stage.rehearse(Stage.rules());
        stage.at(21);
    }

    /** The log records once more, and then its answer is lost. */
    private static final class LosesAnAnswer implements EventSubscriber {
        private boolean armed = true;

        @Override
        public String name() {
            return "loses an answer";
        }

        @Override
        public Kind kind() {
            return Kind.VIEW;
        }

        @Override
        public void on(Recorded recorded) {
            if (armed && recorded.event() instanceof AuctionExtended) {
                armed = false;
                throw new IllegalStateException("the answer is lost");
            }
        }
    }

    @Test
    void anOrderThatWasRecordedIsNotDoneTwiceAlthoughTheAnswerOfTheLogWasLost() {
        stage.log.subscribe(new LosesAnAnswer());
        CompletableFuture<OverridePreview> done = new CompletableFuture<>();
        LotOverride longer = new LotOverride.Extend(Duration.ofSeconds(30));
        Optional<Decree> decree = Optional.of(new Decree("admin", "the stream stood still"));
        stage.room.queue().offer(at -> new Work.Overriding(LOT_1, longer, Optional.empty(), decree, at, done));
        assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(IllegalStateException.class);
        stage.room.auctioneer().step();
        assertThat(stage.all(AuctionExtended.class)).hasSize(1);
        assertThat(done).isCompleted();
    }

    @Test
    void aPostIsJudgedAtOnceAlthoughTheClockWasSetBackBehindTheClose() {
        stage.now = START.plusSeconds(50);
        stage.room.auctioneer().step();
        stage.deliver(stage.post(1, "hello"));
        stage.room.auctioneer().step();
        stage.now = START.plusSeconds(30);
        stage.say(1, "bid 2 eth");
        assertThat(stage.all(BidAccepted.class)).hasSize(1);
        assertThat(stage.room.queue().hasWorks()).isFalse();
    }

    @Test
    void whatWaitsIsJudgedWhenTheClockThatShowedTheCloseIsSetBack() {
        CompletableFuture<Void> done = stage.deliver(stage.post(1, "bid 2 eth"));
        stage.now = START.plusSeconds(90);
        CompletableFuture<Void> late = stage.deliver(stage.post(1, "bid 3 eth"));
        stage.now = START.plusSeconds(30);
        stage.room.auctioneer().step();
        assertThat(done).isCompleted();
        assertThat(late).as("does not wait until the clock is there again").isCompleted();
    }

    @Test
    void timeStandsStillAfterARestartUntilTheClockIsBehindTheNewestFact() {
        stage.at(40);
        stage.say(1, "bid 2 eth");
        stage.now = START.plusSeconds(25);
        stage.restart();
        assertThat(stage.room.queue().now()).isEqualTo(START.plusSeconds(40));
        stage.now = START.plusSeconds(41);
        assertThat(stage.room.queue().now()).isEqualTo(START.plusSeconds(41));
    }
}
