package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.START;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.MaximumSet;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.social.Post;
import com.sothebais.auction.calendar.Calendar;
import com.sothebais.auction.engine.FaultyLog.Fault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer to a commit is lost on a real log: what was recorded counts once, and whoever waits hears it as it was decided. */
class SeveredTest {
    private static final Decree DECREE = new Decree("alice", "The sound was gone for half a minute.");

    @TempDir
    static Path directory;

    private static RealLog real;

    private Stage stage;

    @BeforeAll
    static void start() {
        real = new RealLog(directory);
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @BeforeEach
    void live() throws SQLException {
        real.empty();
        stage = new Stage(Settings.DEFAULT, real.snapshots(), real.open());
        stage.rehearse(Stage.rules());
        stage.fund(1, "100");
        stage.fund(2, "100");
        stage.at(21);
        stage.say(1, "bid 2 eth");
    }

    private void sever(CompletableFuture<?> asked) {
        stage.log.next(Fault.LOST_ANSWER);
        assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(EventLogException.class);
        assertThat(asked).as("nobody knows yet").isNotDone();
        stage.room.auctioneer().step();
        assertThat(asked).isDone();
    }

    @Test
    void aBidHasOneVerdict() {
        Post post = stage.post(2, "bid 3 eth");
        sever(stage.deliver(post));
        assertThat(stage.all(BidAccepted.class)).extracting(BidAccepted::amount).containsExactly(eth("2"), eth("3"));
        assertThat(stage.room.tally().accepted()).isEqualTo(2);
        assertThat(stage.room.tally().duplicates()).isZero();
        assertThat(stage.say(post)).as("delivered again").isEmpty();
        assertThat(stage.room.ledger(Stage.LOT_1).orElseThrow().flaw()).isEmpty();
    }

    @Test
    void anExtensionByHandMovesTheEndOnce() {
        CompletableFuture<OverridePreview> order =
                stage.order(new LotOverride.Extend(Duration.ofSeconds(30)), Optional.empty(), Optional.of(DECREE));
        sever(order);
        assertThat(stage.all(AuctionExtended.class)).hasSize(1);
        assertThat(stage.all(OverrideMade.class)).hasSize(1);
        assertThat(stage.room
                        .auctioneer()
                        .floor()
                        .lot(Stage.LOT_1)
                        .orElseThrow()
                        .clock()
                        .ends())
                .isEqualTo(START.plusSeconds(65 + 30));
        assertThat(order.join().effects()).singleElement().asString().contains("moves from");
    }

    @Test
    void aPublicationIsNotRefusedAsKnown() {
        Campaign campaign = Stage.campaign("other", Stage.rules());
        CompletableFuture<Void> done =
                stage.publish(campaign, Calendar.rehearse(campaign, stage.now.plusSeconds(1), Stage.TEMPO));
        sever(done);
        assertThat(done).isCompleted();
        assertThat(stage.all(CampaignPublished.class)).hasSize(2);
    }

    @Test
    void aPrivateMaximumBidsOnce() {
        CompletableFuture<MaximumAnswer> answer = stage.maximum(2, "9");
        sever(answer);
        assertThat(answer.join()).isEqualTo(new MaximumAnswer.Standing(true, eth("2.1")));
        assertThat(stage.all(MaximumSet.class)).hasSize(1);
        assertThat(stage.all(BidAccepted.class)).hasSize(2);
    }

    @Test
    void anOrderThatWasLostWithItsAppendIsCarriedOutOnce() throws InterruptedException {
        CompletableFuture<OverridePreview> order =
                stage.order(new LotOverride.Extend(Duration.ofSeconds(30)), Optional.empty(), Optional.of(DECREE));
        stage.log.next(Fault.LOST, Fault.LOST_ANSWER);
        stage.stepUntilDone(order);
        assertThat(stage.failures).hasSize(2);
        assertThat(stage.all(AuctionExtended.class)).hasSize(1);
    }

    @Test
    void theGavelFallsOnce() {
        stage.log.next(Fault.LOST_ANSWER);
        assertThatThrownBy(() -> stage.at(70)).isInstanceOf(EventLogException.class);
        stage.at(70);
        assertThat(stage.all(com.sothebais.api.auction.AuctionEvent.AuctionClosed.class))
                .hasSize(1);
    }

    @Test
    void ofTwoProcessesThatClaimTheAuctionsTheLaterOneHasThem() {
        SaleRoom first = stage.room;
        Stage second = new Stage(Settings.DEFAULT, real.snapshots(), real.open());
        second.now = stage.now;
        Post post = stage.post(2, "bid 3 eth");
        long before = second.log.last();
        CompletableFuture<Void> refused = stage.deliver(post);
        assertThatThrownBy(() -> first.auctioneer().step()).isInstanceOf(com.sothebais.api.event.FencedException.class);
        assertThat(refused).isCompletedExceptionally();
        assertThat(second.log.last()).as("written by the first").isEqualTo(before);
        assertThat(second.say(post)).singleElement().isInstanceOf(BidAccepted.class);
        assertThat(first.health().message()).contains("Another auctioneer took over");
        assertThat(second.room.health().status()).isEqualTo(com.sothebais.api.health.Health.Status.WELL);
    }

    @Test
    void aPostOfEveryKindIsTheSameBeforeAndAfterTheLog() {
        sever(stage.deliver(
                stage.post(2, "bid 3 eth \u0000 \ud800 \u00e9 \ud83d\ude00 <b>&amp;</b>", stage.now.plusNanos(1_234))));
        assertThat(stage.room.tally().duplicates())
                .as("released, not decided again")
                .isZero();
        sever(stage.deliver(stage.post(2, "what is this? \u05d0\u202e")));
        assertThat(stage.room.tally().duplicates()).isZero();
    }
}
