package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.event.Event;
import com.sothebais.api.health.Health;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import com.sothebais.auction.calendar.Calendar;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fault of the rules: the increment is in another currency from 5 ETH on, so that a bid of that much cannot be judged. */
class StumblingTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void open() {
        Rules sound = Stage.rules();
        Increment broken = new Increment.Tiers(List.of(
                new Increment.Tier(eth("0"), eth("0.1")),
                new Increment.Tier(eth("5"), Money.of("1", new Currency("USDC", 6)))));
        stage.fund(1, "100");
        stage.fund(2, "100");
        Rules rules = new Rules(
                sound.startPrice(), sound.reserve(), broken, sound.extension(), sound.confirmFactor(), sound.grace());
        Campaign campaign = Stage.campaign(sound);
        SessionPlan plan = Calendar.rehearse(campaign, Stage.START, Stage.TEMPO);
        List<PlannedLot> lots = plan.lots().stream().map(lot -> lot.with(rules)).toList();
        // No plan of the calendar has such rules, so it is changed behind its back.
        SessionPlan changed =
                new SessionPlan(plan.id(), plan.campaign(), plan.zone(), plan.times(), plan.course(), lots);
        stage.settled(stage.publish(campaign, changed));
        stage.at(21);
    }

    @Test
    void thePostIsRefusedOnceAndThoseAroundItAreJudged() {
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (Post post : List.of(stage.post(1, "bid 2 eth"), stage.post(2, "bid 6 eth"), stage.post(2, "bid 3 eth"))) {
            waiting.add(stage.deliver(post));
        }
        stage.at(22);

        assertThat(waiting).allSatisfy(done -> assertThat(done).isCompleted());
        assertThat(stage.all(BidAccepted.class)).extracting(BidAccepted::amount).containsExactly(eth("2"), eth("3"));
        assertThat(stage.all(BidRefused.class)).singleElement().satisfies(refused -> {
            assertThat(refused.post().text()).isEqualTo("bid 6 eth");
            assertThat(refused.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(refused.auction()).isEmpty();
        });
        assertThat(stage.room.health().status()).isEqualTo(Health.Status.WELL);
        assertThat(stage.room.ledger(LOT_1).orElseThrow().flaw()).isEmpty();
    }

    @Test
    void thePostIsKnownWhenItsNetworkDeliversItAgain() {
        Post post = stage.post(2, "bid 6 eth");
        stage.deliver(post);
        stage.at(22);
        assertThat(stage.say(post)).isEmpty();
        stage.restart();
        assertThat(stage.say(post)).isEmpty();
        assertThat(stage.all(BidRefused.class)).hasSize(1);
    }

    @Test
    void theRefusalWaitsForTheLogLikeAnyOther() {
        CompletableFuture<Void> done = stage.deliver(stage.post(2, "bid 6 eth"));
        stage.room.auctioneer().step();
        assertThat(done).isNotDone();
        stage.log.outage(true);
        assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(RuntimeException.class);
        assertThat(done).isNotDone();
        stage.log.outage(false);
        stage.room.auctioneer().step();
        assertThat(done).isCompleted();
        assertThat(stage.all(BidRefused.class)).hasSize(1);
    }

    @Test
    void aCommandFailsToItsCaller() {
        stage.maximum(1, "20");
        stage.at(22);
        Post post = stage.post(2, "bid 3 eth");
        List<Event> said = stage.say(post);
        CompletableFuture<MaximumAnswer> answer = stage.maximum(2, "30");
        assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(IllegalArgumentException.class);
        assertThat(answer).isCompletedExceptionally();
        assertThat(said).hasSize(2);
    }
}
