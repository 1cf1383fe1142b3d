package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.engine.Stage.LOT_2;
import static com.sothebais.auction.engine.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.Event;
import com.sothebais.auction.rules.LotState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock opens and closes by itself, on time, late, and when it is set. */
class AuctioneerClockTest extends OnStage {

    @Test
    void playsTheWholeSessionWithoutAnyBidder() {
        Instant due = stage.at(0);
        for (int i = 0; i < 20 && !due.equals(Instant.MAX); i++) {
            stage.now = due;
            due = stage.room.auctioneer().step();
        }
        assertThat(stage.all(SessionMoved.class))
                .extracting(SessionMoved::to)
                .containsExactly(SessionPhase.PRE, SessionPhase.LIVE, SessionPhase.POST, SessionPhase.ENDED);
        assertThat(stage.all(AuctionOpened.class))
                .extracting(AuctionOpened::ends)
                .containsExactly(START.plusSeconds(65), START.plusSeconds(115));
        assertThat(stage.all(AuctionClosed.class))
                .extracting(AuctionClosed::outcome)
                .containsOnly(new Outcome.Returned(Outcome.Cause.NO_BIDS));
        // The last lot closes when its grace is over; POST keeps its 20 seconds.
        assertThat(stage.now).isEqualTo(START.plusSeconds(116 + 20));
    }

    @Test
    void opensAndClosesAtThePlannedInstantAlthoughTheStepIsLate() {
        stage.jump(Duration.ofMillis(20_010));
        assertThat(lot1().clock().opened()).isEqualTo(START.plusSeconds(20));
        assertThat(lot1().clock().ends()).isEqualTo(START.plusSeconds(65));
    }

    @Test
    void neverGoesBackWhenTheClockDoes() {
        stage.at(21);
        long before = stage.log.last();
        stage.jump(Duration.ofHours(-1));
        assertThat(stage.log.last()).isEqualTo(before);
        assertThat(lot1().clock().ends()).isEqualTo(START.plusSeconds(65));
        assertThat(lot1().is(LotState.Status.OPEN)).isTrue();
    }

    @Test
    void movesTheNextLotBehindAnExtendedOneAndKeepsItsLength() {
        stage.at(60);
        stage.say(1, "bid 1 eth");
        assertThat(lot1().clock().ends()).isEqualTo(START.plusSeconds(75));
        stage.at(76);
        assertThat(lot1().is(LotState.Status.CLOSED)).isTrue();
        stage.at(80);
        LotState second = stage.room.auctioneer().floor().lot(LOT_2).orElseThrow();
        assertThat(second.is(LotState.Status.OPEN)).isTrue();
        assertThat(second.clock().opened()).isEqualTo(START.plusSeconds(80));
        assertThat(second.clock().ends()).isEqualTo(START.plusSeconds(125));
    }

    @Test
    void opensTheNextLotAlthoughTheOneBeforeRanPastTheEndOfTheSession() {
        Rules rules = Stage.rules();
        stage = new Stage();
        stage.rehearse(new Rules(
                rules.startPrice(),
                rules.reserve(),
                rules.increment(),
                new Extension(Duration.ofSeconds(10), Duration.ofSeconds(15), 20, Duration.ofMinutes(5)),
                rules.confirmFactor(),
                rules.grace()));
        stage.fund(1, "100");
        for (int i = 0; i < 6; i++) {
            stage.at(64 + 14 * i);
            stage.say(1, "bid " + (i + 2) + " eth");
        }
        assertThat(lot1().clock().ends()).isEqualTo(START.plusSeconds(149));
        stage.at(155);
        LotState second = stage.room.auctioneer().floor().lot(LOT_2).orElseThrow();
        assertThat(second.is(LotState.Status.OPEN)).isTrue();
        assertThat(second.clock().ends()).isEqualTo(START.plusSeconds(154 + 45));
    }

    @Test
    void endsASessionThatWasMissedAltogether() {
        stage.jump(Duration.ofDays(1));
        stage.jump(Duration.ofDays(1).plusSeconds(20));
        assertThat(stage.all(AuctionOpened.class)).isEmpty();
        assertThat(stage.all(AuctionClosed.class)).hasSize(2);
        assertThat(stage.all(SessionMoved.class))
                .last()
                .extracting(SessionMoved::to)
                .isEqualTo(SessionPhase.ENDED);
    }

    @Test
    void refusesABidAndNamesTheLotThatIsNext() {
        stage.at(5);
        List<Event> events = stage.say(1, "bid 1 eth");
        assertThat(reason(events)).isEqualTo(Reason.NO_OPEN_LOT);
        assertThat(((BidRefused) events.get(0)).auction()).contains(LOT_1);
        assertThat(((BidRefused) events.get(0)).entry()).isEmpty();
    }

    @Test
    void refusesABidThatWasMadeBeforeTheOpeningAndArrivesAfterIt() {
        stage.at(21);
        assertThat(reason(stage.say(stage.post(1, "bid 1 eth", START.plusSeconds(19)))))
                .isEqualTo(Reason.NO_OPEN_LOT);
    }
}
