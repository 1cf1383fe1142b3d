package com.sothebais.auction.rules;

import static com.sothebais.auction.rules.Hall.LIVE;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.social.Post;
import com.sothebais.auction.rules.LotState.Status;
import com.sothebais.auction.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The table of late starts in docs/rules.md, row by row. Two lots of 55 minutes with a pause of 10 in sequence. */
class LateTest {
    private final Hall hall = new Hall();

    private static Instant after(long minutes) {
        return LIVE.plus(Duration.ofMinutes(minutes));
    }

    @BeforeEach
    void fund() {
        hall.fund(1, "100");
        hall.fund(2, "100");
    }

    @Nested
    class OneAfterAnother {

        @BeforeEach
        void publish() {
            hall.publish();
        }

        @Test
        void aSecondLateIsOnTime() {
            hall.wakeAt(Duration.ofSeconds(1));
            assertThat(hall.lot(1).clock().opened()).isEqualTo(LIVE);
            assertThat(hall.lot(1).clock().ends()).isEqualTo(after(55));
        }

        @Test
        void aLotThatIsLateKeepsItsPlannedLength() {
            hall.wakeAt(Duration.ofMinutes(20));
            assertThat(hall.lot(1).clock().opened()).isEqualTo(after(20));
            assertThat(hall.lot(1).clock().ends()).isEqualTo(after(75));
        }

        @Test
        void theNextLotWaitsForALateOneAndForThePause() {
            hall.wakeAt(Duration.ofMinutes(20));
            hall.at(Duration.ofMinutes(85));
            assertThat(hall.lot(2).clock().opened()).isEqualTo(after(85));
            assertThat(hall.lot(2).clock().ends()).isEqualTo(after(140));
        }

        @Test
        void postWaitsForTheLastCloseAndLastsAMinuteAtLeast() {
            hall.wakeAt(Duration.ofMinutes(8 * 60 + 30));
            hall.at(Duration.ofHours(12));
            assertThat(hall.all(AuctionOpened.class))
                    .extracting(AuctionOpened::ends)
                    .containsExactly(after(8 * 60 + 85), after(8 * 60 + 150));
            assertThat(hall.all(SessionMoved.class))
                    .last()
                    .extracting(SessionMoved::to)
                    .isEqualTo(SessionPhase.ENDED);
        }

        @Test
        void aLotWhoseTurnWouldComeAfterTheSessionsEndIsClosedUnopened() {
            hall.wakeAt(Duration.ofHours(9));
            hall.at(Duration.ofHours(12));
            assertThat(hall.all(AuctionOpened.class)).hasSize(1);
            assertThat(hall.all(AuctionClosed.class)).hasSize(2);
        }

        @Test
        void aSessionThatWasMissedAltogetherIsClosedUnopened() {
            hall.wakeAt(Duration.ofHours(10));
            assertThat(hall.all(AuctionOpened.class)).isEmpty();
            assertThat(hall.all(AuctionClosed.class))
                    .extracting(AuctionClosed::outcome)
                    .containsOnly(new Outcome.Returned(Outcome.Cause.NO_BIDS));
        }

        @Test
        void aDownTimeWhileTheLotIsOpenChangesNeitherPriceNorEnd() {
            hall.at(Duration.ofMinutes(10));
            hall.bid(1, 1, "2");
            hall.floor = hall.replayed();
            hall.wakeAt(Duration.ofMinutes(50));
            assertThat(hall.leader(1)).isEqualTo("user1 2");
            assertThat(hall.lot(1).clock().ends()).isEqualTo(after(55));
        }

        @Test
        void aDownTimeOverTheCloseGivesTheLotToWhoLed() {
            hall.at(Duration.ofMinutes(10));
            hall.bid(1, 1, "2");
            hall.wakeAt(Duration.ofMinutes(70));
            assertThat(hall.all(AuctionClosed.class))
                    .singleElement()
                    .extracting(AuctionClosed::outcome)
                    .isEqualTo(new Outcome.Sold(
                            new com.sothebais.api.auction.Bidder(Samples.account(1), Samples.wallet(1)), eth("2")));
            // The pause counts from the real close, and nothing opens in the past.
            assertThat(hall.lot(2).is(Status.PLANNED)).isTrue();
            hall.at(Duration.ofMinutes(80));
            assertThat(hall.lot(2).clock().opened()).isEqualTo(after(80));
        }

        @Test
        void aPostMadeBeforeZeroThatArrivesWithinTheGraceCountsThoughWeWereDownAtTheEnd() {
            hall.at(Duration.ofMinutes(50));
            Post made = hall.post(1, after(55).minusMillis(1));
            hall.wakeAt(Duration.ofMinutes(55).plusSeconds(4));
            assertThat(hall.bid(made, 1, "2")).isInstanceOf(Verdict.Accepted.class);
        }

        @Test
        void aPostMadeBeforeZeroThatArrivesAfterTheGraceDoesNotCount() {
            hall.at(Duration.ofMinutes(50));
            Post made = hall.post(1, after(55).minusSeconds(1));
            hall.wakeAt(Duration.ofMinutes(55).plusSeconds(5));
            assertThat(Hall.reason(hall.bid(made, 1, "2"))).isEqualTo(Reason.AUCTION_CLOSED);
        }
    }

    @Nested
    class AllAtOnce {

        @BeforeEach
        void publish() {
            hall.course = Course.CONCURRENT;
            hall.publish();
        }

        @Test
        void allOpenTogetherAndEndOneAfterAnother() {
            hall.at(Duration.ZERO);
            assertThat(hall.floor.openLots()).hasSize(2);
            assertThat(hall.lot(1).clock().ends()).isEqualTo(after(110));
            assertThat(hall.lot(2).clock().ends()).isEqualTo(after(120));
            hall.at(Duration.ofMinutes(111));
            assertThat(hall.floor.openLots()).hasSize(1);
        }

        @Test
        void lotsThatAreLateKeepTheirLengthAndTheDistanceOfTheirEnds() {
            hall.wakeAt(Duration.ofMinutes(20));
            assertThat(hall.lot(1).clock().ends()).isEqualTo(after(130));
            assertThat(hall.lot(2).clock().ends()).isEqualTo(after(140));
        }

        @Test
        void anExtensionOfOneMovesNoOther() {
            hall.at(Duration.ofMinutes(110).minusSeconds(5));
            hall.bid(1, 1, "2");
            assertThat(hall.lot(1).clock().ends()).isEqualTo(after(110).plusSeconds(10));
            assertThat(hall.lot(2).clock().ends()).isEqualTo(after(120));
        }

        @Test
        void lotsThatWereMissedAreClosedUnopened() {
            hall.wakeAt(Duration.ofHours(10));
            assertThat(hall.all(AuctionClosed.class)).hasSize(2);
            assertThat(hall.all(AuctionOpened.class)).isEmpty();
        }
    }

    @Nested
    class Paused {

        @BeforeEach
        void pause() {
            hall.publish();
            hall.at(Duration.ofMinutes(50));
            hall.override(1, new LotOverride.Pause());
        }

        @Test
        void theClockClosesNothingAndTheSessionStaysLive() {
            hall.at(Duration.ofHours(20));
            assertThat(hall.all(AuctionClosed.class)).isEmpty();
            assertThat(hall.floor.runningSessions().get(0).phase()).isEqualTo(SessionPhase.LIVE);
            assertThat(Timekeeper.due(hall.floor)).isEqualTo(Instant.MAX);
        }

        @Test
        void aDownTimeWithinThePauseIsPartOfThePause() {
            hall.floor = hall.replayed();
            hall.wakeAt(Duration.ofHours(2));
            hall.override(1, new LotOverride.Resume());
            assertThat(hall.lot(1).clock().ends()).isEqualTo(after(125));
        }

        @Test
        void aPostThatArrivesMeanwhileIsRefusedWhenEverItWasMade() {
            Post before = hall.post(1, hall.now.minusSeconds(1));
            hall.at(Duration.ofMinutes(51));
            assertThat(Hall.reason(hall.bid(before, 1, "2"))).isEqualTo(Reason.PAUSED);
            hall.override(1, new LotOverride.Resume());
            assertThat(hall.bid(1, 1, "2")).isInstanceOf(Verdict.Accepted.class);
        }

        @Test
        void theHardStopMovesWithTheEnd() {
            hall.at(Duration.ofMinutes(60));
            hall.override(1, new LotOverride.Resume());
            assertThat(hall.lot(1).clock().end().limit()).isEqualTo(after(65).plusSeconds(60));
        }

        @Test
        void theNextLotsOfTheSessionAreNotMissedForIt() {
            hall.at(Duration.ofHours(11));
            hall.override(1, new LotOverride.Resume());
            hall.at(Duration.ofHours(11).plusMinutes(20));
            assertThat(hall.lot(2).is(Status.OPEN)).isTrue();
        }
    }
}
