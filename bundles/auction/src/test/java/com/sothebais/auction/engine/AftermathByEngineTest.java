package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.auction.engine.FaultyLog.Fault;
import com.sothebais.auction.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows by itself when a lot was not sold or not paid; decided once, however often the log is read or fails. */
class AftermathByEngineTest {
    private Stage stage;

    private void open(Campaign.Policy policy) {
        stage = new Stage();
        Campaign plain = Stage.campaign(Stage.rules());
        stage.rehearse(new Campaign(
                plain.id(),
                plain.name(),
                plain.project(),
                plain.collection(),
                plain.schedule(),
                plain.lots(),
                plain.rules(),
                policy));
        stage.fund(1, "100");
        stage.fund(2, "100");
        stage.at(21);
    }

    private List<SessionPlanned> again() {
        return stage.all(SessionPlanned.class).stream()
                .filter(planned -> planned.session().lots().stream()
                        .anyMatch(lot -> lot.relistOf().isPresent()))
                .toList();
    }

    @Test
    void lotsThatWereNotSoldArePutUpAgainOnce() {
        open(new Campaign.Policy(Campaign.Unsold.RELIST, Campaign.Unpaid.RETURN));
        stage.at(116);
        stage.at(120);
        assertThat(again()).isNotEmpty();
        assertThat(again().stream().flatMap(planned -> planned.session().lots().stream()))
                .extracting(lot -> lot.relistOf().orElseThrow())
                .containsExactly(LOT_1, Stage.LOT_2);
        int planned = again().size();
        stage.restart();
        stage.at(200);
        assertThat(again()).hasSize(planned);
        AuctionId relisted = again().get(0).session().lots().get(0).auction();
        assertThat(relisted.value()).endsWith("-again");
        assertThat(stage.room.ledger(relisted)).as("is known").isPresent();
    }

    @Test
    void theRunnerUpGetsTheLotThatWasNotPaid() {
        open(new Campaign.Policy(Campaign.Unsold.RETURN, Campaign.Unpaid.RUNNER_UP));
        stage.say(1, "bid 2 eth");
        stage.say(2, "bid 3 eth");
        stage.at(67);
        stage.log.next(Fault.LOST_ANSWER);
        try {
            stage.record("settlement/" + LOT_1, new SettlementRefused(LOT_1, "The wallet was emptied."));
        } catch (com.sothebais.api.event.EventLogException e) {
            assertThat(e).hasMessageContaining("the answer was lost");
        }
        stage.at(68);
        stage.restart();
        assertThat(stage.all(LotAwarded.class)).singleElement().satisfies(awarded -> {
            assertThat(awarded.round()).isEqualTo(2);
            assertThat(awarded.outcome()).isInstanceOfSatisfying(Outcome.Sold.class, sold -> {
                assertThat(sold.winner().account()).isEqualTo(Samples.account(1));
                assertThat(sold.price()).isEqualTo(eth("2"));
            });
        });
        stage.record("settlement/" + LOT_1, new SettlementRefused(LOT_1, "This one, too."));
        stage.at(69);
        assertThat(stage.all(LotAwarded.class))
                .last()
                .extracting(LotAwarded::outcome)
                .isEqualTo(new Outcome.Returned(Outcome.Cause.UNPAID));
    }
}
