package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.engine.Stage.START;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.event.Event;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.social.Post;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is in time, who wins, and whose money is free afterwards. */
class AuctioneerEndTest extends OnStage {

    @BeforeEach
    void live() {
        stage.at(21);
        stage.say(1, "bid 2 eth");
    }

    @Test
    void aPostMadeBeforeTheEndCountsWithinTheGrace() {
        stage.at(65.9);
        assertThat(stage.say(stage.post(2, "bid 3 eth", START.plusSeconds(64))))
                .hasAtLeastOneElementOfType(BidAccepted.class);
    }

    @Test
    void aPostMadeAtTheEndIsTooLate() {
        stage.at(65.9);
        assertThat(reason(stage.say(stage.post(2, "bid 3 eth", START.plusSeconds(65)))))
                .isEqualTo(Reason.AUCTION_CLOSED);
    }

    @Test
    void aPostThatArrivesAfterTheGraceIsTooLate() {
        stage.now = START.plusSeconds(66);
        List<Event> events = stage.say(stage.post(2, "bid 3 eth", START.plusSeconds(64)));
        assertThat(events).first().isInstanceOf(AuctionClosed.class);
        assertThat(events).last().isInstanceOf(BidRefused.class);
        assertThat(((BidRefused) events.get(1)).reason()).isEqualTo(Reason.AUCTION_CLOSED);
    }

    @Test
    void aPostThatArrivesWithinTheGraceCountsAlthoughTheGavelIsAboutToFall() {
        stage.at(65.9);
        Post post = stage.post(2, "bid 3 eth", START.plusSeconds(64));
        stage.meanwhile = () -> {
            stage.deliver(post);
            stage.now = START.plusSeconds(67);
        };
        stage.room.auctioneer().step();
        stage.room.auctioneer().step();
        assertThat(stage.all(BidAccepted.class))
                .last()
                .extracting(BidAccepted::post)
                .isEqualTo(post);
    }

    @Test
    void theClosingHasTheWinnerAndTheRootOfTheLedger() {
        stage.say(2, "bid 2 eth");
        stage.at(67);
        AuctionClosed closed = stage.all(AuctionClosed.class).get(0);
        assertThat(closed.outcome()).isInstanceOfSatisfying(Outcome.Sold.class, sold -> assertThat(sold.price())
                .isEqualTo(eth("2")));
        Ledger ledger = stage.room.ledger(LOT_1).orElseThrow();
        assertThat(ledger.flaw()).isEmpty();
        assertThat(ledger.entries()).hasSize(2).hasSize(closed.entries());
        assertThat(ledger.root()).isEqualTo(closed.root());
    }

    @Test
    void whatWasWonCannotBeBidAgainUntilItIsPaid() {
        stage.fund(3, "5");
        stage.say(3, "bid 4 eth");
        stage.at(71);
        assertThat(reason(stage.say(3, "bid 1.5 eth"))).isEqualTo(Reason.NEEDS_FUNDS);
        assertThat(stage.say(3, "bid 1 eth")).singleElement().isInstanceOf(BidAccepted.class);
    }

    @Test
    void whatWasWonIsFreeAgainWhenTheSettlementIsRefused() {
        stage.fund(3, "5");
        stage.say(3, "bid 4 eth");
        stage.at(71);
        stage.record("settlement/" + LOT_1, new SettlementRefused(LOT_1, "The seller has sold it elsewhere."));
        assertThat(stage.say(3, "bid 5 eth"))
                .hasSize(2)
                .hasAtLeastOneElementOfType(LotAwarded.class)
                .last()
                .isInstanceOf(BidAccepted.class);
        stage.restart();
        assertThat(stage.say(3, "bid 5 eth")).singleElement().isInstanceOf(BidRefused.class);
        assertThat(reason(stage.say(3, "bid 5.1 eth"))).isEqualTo(Reason.NEEDS_FUNDS);
    }

    @Test
    void aBidBelowTheReserveDoesNotWinAndItsMoneyIsFree() {
        Rules rules = Stage.rules();
        stage = new Stage();
        stage.rehearse(new Rules(
                rules.startPrice(),
                Optional.of(new Reserve(eth("5"), true)),
                rules.increment(),
                rules.extension(),
                rules.confirmFactor(),
                rules.grace()));
        stage.fund(1, "3");
        stage.at(21);
        stage.say(1, "bid 3 eth");
        stage.at(71);
        assertThat(stage.all(AuctionClosed.class).get(0).outcome())
                .isEqualTo(new Outcome.Returned(Outcome.Cause.RESERVE_NOT_MET));
        assertThat(stage.say(1, "bid 3 eth")).singleElement().isInstanceOf(BidAccepted.class);
    }
}
