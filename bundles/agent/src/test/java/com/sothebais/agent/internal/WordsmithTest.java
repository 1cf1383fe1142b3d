package com.sothebais.agent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.agent.internal.Wordsmith.Words;
import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Moment.Kind;
import com.sothebais.api.agent.Mood;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordsmithTest {
    private static final Moment LEADER = new Moment(
            Kind.NEW_LEADER, Map.of("leader", "alice", "price", "2 ETH"), Optional.empty(), Optional.empty());

    private final TestCast cast = new TestCast();
    private final Patience patience = new Patience();
    private final Wordsmith wordsmith = new Wordsmith(cast, patience);

    @AfterEach
    void release() {
        patience.close();
    }

    @Test
    void takesThePersonalitysWords() {
        cast.brain = moment -> Optional.of(new Line("Bravo @{leader}, {price}!", Mood.AMUSED));
        assertThat(wordsmith.words(LEADER)).contains(new Words("Bravo @alice, 2 ETH!", Mood.AMUSED));
        assertThat(wordsmith.trouble()).isEmpty();
    }

    @Test
    void isSilentWhenThePersonalityPrefersIt() {
        assertThat(wordsmith.words(LEADER)).isEmpty();
    }

    @Test
    void neverLeavesABidderWithoutAVerdict() {
        Moment refused = new Moment(Kind.BID_REFUSED, Map.of("next", "2 ETH"), Optional.empty(), Optional.empty());
        assertThat(wordsmith.words(refused).orElseThrow().text())
                .isEqualTo("That bid does not count. The least bid now is 2 ETH.");
    }

    @Test
    void usesBuiltInWordsWhenTheLineTellsMoreThanTheFacts() {
        cast.brain = moment -> Optional.of(new Line("@mallory leads at 9 ETH", Mood.CALM));
        assertThat(wordsmith.words(LEADER)).contains(new Words("@alice leads at 2 ETH.", Mood.EXCITED));
        assertThat(wordsmith.trouble()).contains("digit outside a slot");
    }

    @Test
    void usesBuiltInWordsWhenThePersonalityThrowsOrIsGone() {
        cast.brain = moment -> {
            throw new IllegalStateException("over budget");
        };
        assertThat(wordsmith.words(LEADER).orElseThrow().text()).isEqualTo("@alice leads at 2 ETH.");
        assertThat(wordsmith.trouble()).contains("over budget");

        cast.hasPersonality = false;
        assertThat(wordsmith.words(LEADER).orElseThrow().text()).isEqualTo("@alice leads at 2 ETH.");
    }

    @Test
    void doesNotWaitForASlowPersonality() {
        CountDownLatch never = new CountDownLatch(1);
        cast.brain = moment -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        };
        long begun = System.nanoTime();
        assertThat(wordsmith.words(LEADER).orElseThrow().text()).isEqualTo("@alice leads at 2 ETH.");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(4));
        assertThat(wordsmith.trouble()).contains("did not answer within 2000 ms");
    }
}
