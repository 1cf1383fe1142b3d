package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.engine.Stage.START;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.auction.calendar.Calendar;
import com.sothebais.auction.rules.LotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Restarts, a log that is away, and an owner that was replaced. */
class AuctioneerFailureTest extends OnStage {

    @Test
    void theAuctionContinuesWithTheSamePriceAndEnd() {
        stage.at(60);
        stage.say(1, "bid 2 eth");
        LotState before = lot1();
        stage.now = START.plusSeconds(62);
        stage.restart();
        assertThat(lot1()).isEqualTo(before);
        assertThat(reason(stage.say(2, "bid 2 eth"))).isEqualTo(Reason.TOO_LOW);
        assertThat(stage.say(2, "bid 3 eth")).first().isInstanceOf(BidAccepted.class);
        assertThat(stage.room.ledger(LOT_1).orElseThrow().flaw()).isEmpty();
    }

    @Test
    void anAuctionWhoseEndPassedClosesAtOnceAndTheNextKeepsItsLength() {
        stage.at(21);
        stage.say(1, "bid 2 eth");
        stage.now = START.plusSeconds(100);
        stage.restart();
        assertThat(lot1().is(LotState.Status.CLOSED)).isTrue();
        stage.at(105);
        assertThat(stage.all(AuctionOpened.class).get(1).ends()).isEqualTo(START.plusSeconds(150));
    }

    @BeforeEach
    void live() {
        stage.at(21);
        stage.say(1, "bid 2 eth");
    }

    @Test
    void nothingIsAcceptedAndEverythingGoesOnWhenItIsBack() {
        stage.log.outage(true);
        Post post = stage.post(2, "bid 3 eth");
        CompletableFuture<Void> done = stage.deliver(post);
        assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(EventLogException.class);
        assertThat(done).as("waits to be decided again").isNotDone();
        assertThat(stage.room.health().status()).isEqualTo(Health.Status.DOWN);
        stage.log.outage(false);
        stage.room.auctioneer().step();
        assertThat(done).isCompleted();
        assertThat(lot1().price()).isEqualTo(eth("3"));
        assertThat(stage.say(post)).as("delivered again").isEmpty();
        assertThat(stage.room.health().status()).isEqualTo(Health.Status.WELL);
    }

    @Test
    void aPublicationThatIsNeverRecordedFailsAndIsForgottenByTheHealthWhenTheLogAnswersAgain() {
        Campaign campaign = Stage.campaign("other", Stage.rules());
        SessionPlan plan = Calendar.rehearse(campaign, START.plus(Duration.ofDays(1)), Stage.TEMPO);
        stage.log.outage(true);
        CompletableFuture<Void> asked = stage.publish(campaign, plan);
        assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(EventLogException.class);
        assertThat(stage.room.health().status()).isEqualTo(Health.Status.DOWN);
        for (int attempt = 0; attempt <= Auctioneer.ATTEMPTS_MAX && !asked.isDone(); attempt++) {
            try {
                stage.room.auctioneer().step();
            } catch (EventLogException e) {
                assertThat(stage.room.health().status()).isEqualTo(Health.Status.DOWN);
            }
        }
        stage.log.outage(false);
        stage.room.auctioneer().step();
        assertThat(asked).isCompletedExceptionally();
        assertThat(stage.room.health().status()).isEqualTo(Health.Status.WELL);
    }

    @Test
    void theEndIsMadeUpForWhenItIsBack() {
        stage.log.outage(true);
        long before = stage.log.last();
        assertThatThrownBy(() -> stage.at(70)).isInstanceOf(EventLogException.class);
        assertThat(stage.log.last()).isEqualTo(before);
        stage.log.outage(false);
        stage.at(70);
        assertThat(lot1().is(LotState.Status.CLOSED)).isTrue();
    }

    @Test
    void anOvertakenAuctioneerStops() {
        stage.log.claim(Auctioneer.FENCE);
        CompletableFuture<Void> done = stage.deliver(stage.post(2, "bid 3 eth"));
        assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(FencedException.class);
        assertThat(done).isCompletedExceptionally();
        assertThat(stage.room.health().status()).isEqualTo(Health.Status.DOWN);
        assertThat(stage.room.receive(stage.post(2, "bid 3 eth"))).isInstanceOf(Inbox.Receipt.Full.class);
        assertThat(stage.at(30)).isEqualTo(Instant.MAX);
    }

    @Test
    void saysFullInsteadOfGrowing() {
        Stage small = new Stage(new Settings(2, 10, 30, Duration.ofSeconds(10)));
        small.deliver(small.post(1, "hi"));
        small.deliver(small.post(1, "hi"));
        assertThat(small.room.receive(small.post(1, "hi"))).isInstanceOf(Inbox.Receipt.Full.class);
        small.room.auctioneer().step();
        assertThat(small.room.receive(small.post(1, "hi"))).isInstanceOf(Inbox.Receipt.Taken.class);
    }

    @Test
    void nothingIsLostWhenTheDatabaseIsAwayLongerThanTheInboxHolds() throws InterruptedException {
        Stage small = new Stage(new Settings(40, 10, 1_000, 1_000, Duration.ofSeconds(10), 50_000));
        small.rehearse(Stage.rules());
        small.fund(1, "1000");
        small.at(21);
        small.log.away(true);
        List<CompletableFuture<Void>> held = new ArrayList<>();
        List<Post> refused = new ArrayList<>();
        for (int second = 1; second <= 30; second++) {
            for (int i = 0; i < 2; i++) {
                Post post = small.post(1 + held.size() % 5, "bid " + (held.size() + 1) + " eth");
                if (small.room.receive(post) instanceof Inbox.Receipt.Taken taken) {
                    held.add(taken.recorded().toCompletableFuture());
                } else {
                    refused.add(post);
                }
            }
            assertThatThrownBy(
                            () -> small.jump(Duration.between(START, small.now).plusSeconds(1)))
                    .isInstanceOf(EventLogException.class);
            assertThat(small.room.health().status()).isEqualTo(Health.Status.DOWN);
            assertThat(small.room.health().message()).contains("no bid counts and " + held.size() + " posts wait");
        }
        assertThat(refused).as("beyond its capacity").isNotEmpty();
        assertThat(held).hasSizeBetween(10, 40).noneMatch(CompletableFuture::isDone);
        small.log.away(false);
        small.stepUntilDone(held.toArray(CompletableFuture[]::new));
        assertThat(held).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(small.all(BidAccepted.class).size()
                        + small.all(BidRefused.class).size())
                .isEqualTo(held.size());
        assertThat(small.room.health().status()).isEqualTo(Health.Status.WELL);
        assertThat(refused).as("delivered again").allSatisfy(post -> assertThat(small.say(post))
                .isNotEmpty());
    }

    @Test
    void anOvertakenAuctioneerWritesNothingAndHoldsNobody() {
        stage.log.claim(Auctioneer.FENCE);
        stage.deliver(stage.post(2, "bid 3 eth"));
        assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(FencedException.class);
        long before = stage.log.last();
        Recorded fact = stage.log.read(0, 100).stream()
                .filter(recorded -> recorded.event() instanceof WalletLinked)
                .findFirst()
                .orElseThrow();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < WorkQueue.FACTS_MAX + 10; i++) {
                stage.room.on(fact);
            }
        });
        assertThat(stage.room.queue().hasFacts()).isFalse();
        stage.jump(Duration.ofHours(5));
        assertThat(stage.log.last()).isEqualTo(before);
        assertThat(stage.room.health().message()).contains("Another auctioneer took over");
    }

    @Test
    void aPostThatTheGrammarStumblesOverIsRefusedAndHoldsNobody() {
        // Found by mutation: the words that follow are set aside, and nothing is left.
        for (String text : List.of("bid min eth", "bid \u200D", "bid min (", "bid min \"", "@host bid min - ")) {
            CompletableFuture<Void> done = stage.deliver(stage.post(2, text));
            stage.room.auctioneer().step();
            assertThat(done).as(text).isCompleted();
        }
    }

    @Test
    void aFaultOutsideOfAnyPostLosesNoneAndIsSaid() {
        Post post = stage.post(2, "bid 3 eth");
        CompletableFuture<Void> done = stage.deliver(post);
        stage.meanwhile = () -> {
            throw new IllegalStateException("the clock is broken");
        };
        assertThatThrownBy(() -> stage.room.auctioneer().step()).hasMessageContaining("the clock is broken");
        assertThat(stage.room.health().status()).isEqualTo(Health.Status.DOWN);
        assertThat(stage.room.health().message()).contains("the clock is broken");
        stage.room.auctioneer().step();
        assertThat(done).isCompleted();
        assertThat(stage.room.health().status()).isEqualTo(Health.Status.WELL);
        assertThat(lot1().price()).isEqualTo(eth("3"));
    }

    @Test
    void anHourBackOnTheClockLosesNothingAndDatesNothingBack() {
        stage.at(30);
        stage.now = stage.now.minus(Duration.ofHours(1));
        assertThat(stage.say(stage.post(2, "bid 3 eth", START.plusSeconds(30))))
                .singleElement()
                .isInstanceOf(BidAccepted.class);
        stage.restart();
        stage.say(stage.post(1, "bid 4 eth", START.plusSeconds(31)));
        assertThat(lot1().price()).isEqualTo(eth("4"));
        List<Instant> instants = stage.log.read(0, 1_000).stream()
                .filter(recorded -> recorded.fact().stream().equals(Streams.of(LOT_1)))
                .map(recorded -> recorded.fact().at())
                .toList();
        assertThat(instants).isSorted();
        stage.now = stage.now.plus(Duration.ofHours(1));
        stage.at(70);
        assertThat(lot1().is(LotState.Status.CLOSED)).isTrue();
    }
}
