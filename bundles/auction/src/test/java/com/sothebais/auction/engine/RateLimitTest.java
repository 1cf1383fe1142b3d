package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.testing.Samples;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final RateLimit<String> limit = new RateLimit<>(2, WINDOW);

    private static PostId post(int number) {
        return new PostId("sim", "post-" + number);
    }

    @Test
    void countsEachOneInASlidingWindow() {
        assertThat(limit.allows("ann", post(1), START)).isTrue();
        assertThat(limit.allows("ann", post(2), START.plusSeconds(5))).isTrue();
        assertThat(limit.allows("ann", post(3), START.plusSeconds(9))).isFalse();
        assertThat(limit.allows("bob", post(4), START.plusSeconds(9))).isTrue();
        assertThat(limit.allows("ann", post(5), START.plusSeconds(11))).isTrue();
        assertThat(limit.allows("ann", post(6), START.plusSeconds(12))).isFalse();
    }

    @Test
    void whatWasTakenBackIsJudgedAgainAsBefore() {
        limit.allows("ann", post(1), START);
        assertThat(limit.allows("ann", post(2), START.plusSeconds(1))).isTrue();
        assertThat(limit.allows("ann", post(3), START.plusSeconds(2))).isFalse();
        limit.forget(Set.of(post(2), post(3)));
        assertThat(limit.allows("ann", post(2), START.plusSeconds(1))).isTrue();
        assertThat(limit.allows("ann", post(3), START.plusSeconds(2))).isFalse();
    }

    @Test
    void forgetsOnlyWhatWasTakenBackHoweverFullTheRing() {
        RateLimit<String> wide = new RateLimit<>(20, WINDOW);
        for (int i = 0; i < 20; i++) {
            assertThat(wide.allows("ann", post(i), START.plusMillis(i))).isTrue();
        }
        wide.forget(Set.of(post(3), post(12)));
        assertThat(wide.allows("ann", post(30), START.plusSeconds(1))).isTrue();
        assertThat(wide.allows("ann", post(31), START.plusSeconds(1))).isTrue();
        assertThat(wide.allows("ann", post(32), START.plusSeconds(1))).isFalse();
        assertThat(wide.allows("ann", post(33), START.plusSeconds(10).plusMillis(1)))
                .isTrue();
    }

    @Test
    void oneWalletBehindManyAccountsIsLimitedToo() {
        Stage stage = new Stage(new Settings(100, 10, 30, 3, WINDOW, 50_000));
        stage.rehearse(Stage.rules());
        stage.fund(1, "100");
        stage.fund(9, "100");
        for (int account = 2; account <= 4; account++) {
            stage.record("person/sim/user-" + account, new WalletLinked(Samples.account(account), Samples.wallet(1)));
        }
        stage.at(21);
        for (int account = 1; account <= 4; account++) {
            stage.say(account, "bid " + (account + 1) + " eth");
        }
        assertThat(stage.all(BidAccepted.class)).hasSize(3);
        assertThat(stage.all(BidRefused.class))
                .singleElement()
                .extracting(BidRefused::reason)
                .isEqualTo(Reason.RATE_LIMITED);
        assertThat(stage.say(9, "bid 6 eth")).singleElement().isInstanceOf(BidAccepted.class);
        assertThat(stage.room.health().message()).contains("1 for single wallets");
    }

    private final RateLimit<String> three = new RateLimit<>(3, WINDOW);

    private boolean late(int second) {
        return three.allows("somebody", post(second), START.plusSeconds(second));
    }

    @Test
    void aPostThatComesLateDoesNotCountLongerThanItsWindow() {
        assertThat(late(48)).isTrue();
        assertThat(late(12)).as("delivered late").isTrue();
        assertThat(late(50)).isTrue();
        assertThat(late(56)).as("two others are younger than 10 s").isTrue();
        assertThat(late(57)).as("three others are").isFalse();
    }

    @Test
    void manyLatePostsStayInTheOrderOfTheNetwork() {
        RateLimit<String> wide = new RateLimit<>(40, Duration.ofSeconds(10));
        for (int second = 40; second > 0; second--) {
            assertThat(wide.allows("somebody", new PostId("sim", "late-" + second), START.plusSeconds(second)))
                    .isTrue();
        }
        assertThat(wide.allows("somebody", new PostId("sim", "next"), START.plusSeconds(45)))
                .as("what is older than 10 s has made room")
                .isTrue();
    }
}
