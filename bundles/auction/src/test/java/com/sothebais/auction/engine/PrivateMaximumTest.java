package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.MaximumSet;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.show.ShowView;
import com.sothebais.auction.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody learns a private maximum, and it binds no more than the money that is free. */
class PrivateMaximumTest extends OnStage {
    /** An amount that stands nowhere else. */
    private static final String SECRET = "7.7171";

    private static final String UNITS = "7717100000000000000";

    @BeforeEach
    void live() {
        stage.at(21);
        stage.say(1, "bid 2 eth");
    }

    @Test
    void isInNothingThatOthersSee() {
        List<String> seen = new ArrayList<>();
        seen.add(stage.settled(stage.maximum(2, SECRET)).toString());
        stage.say(1, "bid 3 eth");
        stage.fund(3, "100");
        seen.add(stage.settled(stage.maximum(3, "5")).toString());
        seen.add(stage.settled(stage.order(
                        new LotOverride.VoidBid(
                                stage.all(BidAccepted.class).get(0).post().id()),
                        Optional.empty(),
                        Optional.empty()))
                .toString());
        ShowView show = ShowView.EMPTY;
        for (Recorded recorded : stage.log.read(0, 1_000)) {
            show = show.after(recorded);
            if (recorded.event() instanceof MaximumSet set) {
                assertThat(set.confidential()).isTrue();
            } else {
                seen.add(recorded.toString());
            }
        }
        seen.add(show.toString());
        seen.add(stage.room.ledger(LOT_1).orElseThrow().toString());
        seen.add(stage.room.health().toString());
        seen.add(stage.room.tally().toString());
        seen.add(lot1().toString());
        assertThat(seen).noneMatch(text -> text.contains(SECRET) || text.contains(UNITS));
        assertThat(lot1().price()).as("one increment over the second highest").isEqualTo(eth("5.1"));
    }

    @Test
    void isAnsweredWithTheStandingAlone() {
        assertThat(stage.settled(stage.maximum(2, SECRET))).isEqualTo(new MaximumAnswer.Standing(true, eth("2.1")));
        stage.fund(3, "100");
        assertThat(stage.settled(stage.maximum(3, "9"))).isEqualTo(new MaximumAnswer.Standing(true, eth("7.8171")));
    }

    @Test
    void isNotMoreThanTheMoneyThatIsFree() {
        stage.fund(3, "5");
        assertThat(stage.settled(stage.maximum(3, "5.1")))
                .isEqualTo(new MaximumAnswer.Refused(Reason.NEEDS_FUNDS, Optional.of(eth("2.1"))));
        assertThat(stage.settled(stage.maximum(3, "5"))).isInstanceOf(MaximumAnswer.Standing.class);
        stage.say(1, "bid 4.95 eth");
        assertThat(lot1().price()).as("beyond that it does not bid").isEqualTo(eth("4.95"));
        stage.deposit(3, "10");
        stage.say(2, "bid 5.05 eth");
        assertThat(lot1().lead().bid().orElseThrow().bidder().account()).isEqualTo(Samples.account(2));
    }

    @Test
    void bidsOnlyWithMoneyThatIsNotLockedElsewhere() {
        stage.rehearse(Stage.campaign("other", Stage.rules()));
        stage.at(22);
        stage.fund(3, "5");
        stage.settled(stage.maximum(3, "5"));
        assertThat(lot1().price()).isEqualTo(eth("2.1"));
        stage.say(1, "bid 2.5 eth on lot 1");
        assertThat(stage.room.auctioneer().floor().openLots()).hasSize(2);
        assertThat(stage.room.auctioneer().floor().free(Samples.wallet(3), lot1()))
                .isEqualTo(eth("5"));
    }

    @Test
    void survivesARestartAndStillAnswers() {
        stage.settled(stage.maximum(2, SECRET));
        stage.restart();
        stage.say(1, "bid 3 eth");
        assertThat(lot1().price()).isEqualTo(eth("3.1"));
        assertThat(lot1().lead().bid().orElseThrow().bidder().account()).isEqualTo(Samples.account(2));
    }
}
