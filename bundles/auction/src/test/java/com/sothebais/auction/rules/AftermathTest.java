package com.sothebais.auction.rules;

import static com.sothebais.auction.rules.Hall.DAY;
import static com.sothebais.auction.rules.Sample.id;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Campaign.Policy;
import com.sothebais.api.auction.Campaign.Unpaid;
import com.sothebais.api.auction.Campaign.Unsold;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.auction.testing.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AftermathTest {
    private final Hall hall = new Hall();

    @BeforeEach
    void fund() {
        for (int bidder = 1; bidder <= 4; bidder++) {
            hall.fund(bidder, "10");
        }
    }

    private static Outcome sold(int bidder, String price) {
        return new Outcome.Sold(new Bidder(Samples.account(bidder), Samples.wallet(bidder)), eth(price));
    }

    private void soldLot() {
        hall.live();
        hall.bid(3, 1, "2");
        hall.bid(2, 1, "2.5");
        hall.bid(1, 1, "3");
        hall.atSeconds(60 * 60);
    }

    @Nested
    class AWinnerWhoCannotSettle {

        @Test
        void leavesTheLotWithTheSellerByThePolicyOfReturning() {
            soldLot();
            assertThat(hall.free(1, 2)).isEqualTo(eth("7"));
            hall.unpaid(1);
            assertThat(hall.all(LotAwarded.class)).singleElement().satisfies(award -> assertThat(award.outcome())
                    .isEqualTo(new Outcome.Returned(Outcome.Cause.UNPAID)));
            assertThat(hall.free(1, 2)).isEqualTo(eth("10"));
        }

        @Test
        void isReplacedByTheNextBestWhoseMoneyIsThere() {
            hall.policy = new Policy(Unsold.RETURN, Unpaid.RUNNER_UP);
            soldLot();
            hall.withdraw(2, "8");
            hall.unpaid(1);
            assertThat(hall.all(LotAwarded.class)).singleElement().satisfies(award -> {
                assertThat(award.outcome()).isEqualTo(sold(3, "2"));
                assertThat(award.round()).isEqualTo(2);
            });
            assertThat(hall.free(1, 2)).isEqualTo(eth("10"));
            assertThat(hall.free(3, 2)).isEqualTo(eth("8"));
        }

        @Test
        void isReplacedUntilNobodyIsLeft() {
            hall.policy = new Policy(Unsold.RETURN, Unpaid.RUNNER_UP);
            soldLot();
            hall.unpaid(1);
            hall.unpaid(1);
            hall.unpaid(1);
            assertThat(hall.all(LotAwarded.class))
                    .extracting(LotAwarded::outcome)
                    .containsExactly(sold(2, "2.5"), sold(3, "2"), new Outcome.Returned(Outcome.Cause.UNPAID));
            assertThat(hall.all(LotAwarded.class)).extracting(LotAwarded::round).containsExactly(2, 3, 4);
            hall.unpaid(1);
            assertThat(hall.all(LotAwarded.class)).hasSize(3);
        }

        @Test
        void isNeverReplacedByAVoidedBidOrOneBelowTheReserve() {
            hall.policy = new Policy(Unsold.RETURN, Unpaid.RUNNER_UP);
            hall.rules = hall.rules.withReserve(Optional.of(new Reserve(eth("2.2"), true)));
            hall.live();
            hall.bid(3, 1, "2");
            hall.bid(2, 1, "2.5");
            hall.bid(1, 1, "3");
            hall.override(
                    1,
                    new LotOverride.VoidBid(
                            hall.all(BidAccepted.class).get(1).post().id()));
            hall.atSeconds(60 * 60);
            hall.unpaid(1);
            assertThat(hall.all(LotAwarded.class).get(0).outcome())
                    .isEqualTo(new Outcome.Returned(Outcome.Cause.UNPAID));
        }

        @Test
        void isDecidedAgainFromTheLogWhenTheDecisionWasNotRecorded() {
            hall.policy = new Policy(Unsold.RETURN, Unpaid.RUNNER_UP);
            soldLot();
            hall.record(new com.sothebais.api.settlement.SettlementEvent.SettlementRefused(id(1), "no money"));
            assertThat(Aftermath.due(hall.replayed(), hall.now)).hasSize(1);
            assertThat(Aftermath.due(Floor.of(hall.floor.state()), hall.now)).hasSize(1);
            hall.aftermath();
            assertThat(Aftermath.due(hall.replayed(), hall.now)).isEmpty();
        }

        @Test
        void putsTheLotUpAgainOnceByThePolicyOfRelisting() {
            hall.policy = new Policy(Unsold.RETURN, Unpaid.RELIST);
            soldLot();
            hall.unpaid(1);
            SessionPlan again = hall.planned("c-2026-06-02");
            assertThat(again.lots()).singleElement().satisfies(lot -> {
                assertThat(lot.auction().value()).isEqualTo("c-lot-1-again");
                assertThat(lot.relistOf()).contains(id(1));
            });
        }

        @Test
        void isRememberedAfterTheEndOfTheSessionUntilSomebodyPays() {
            hall.policy = new Policy(Unsold.RETURN, Unpaid.RUNNER_UP);
            soldLot();
            hall.at(Duration.ofHours(30));
            assertThat(hall.floor.lot(id(1))).isPresent();
            hall.unpaid(1);
            hall.paid(2, "2.5", id(1).settlement(2));
            assertThat(hall.floor.lot(id(1))).isEmpty();
            assertThat(hall.floor.knows(id(1))).isTrue();
            assertThat(hall.floor.purses().held(Hall.CHAIN, Samples.wallet(2), eth("1").currency()))
                    .isEqualTo(eth("7.5"));
            assertThat(hall.floor.state().sessions()).isEmpty();
        }
    }

    @Nested
    class AnUnsoldLot {

        @BeforeEach
        void relist() {
            hall.policy = new Policy(Unsold.RELIST, Unpaid.RETURN);
            hall.lots = 3;
        }

        @Test
        void isPutUpAgainBehindTheLastSessionWhenTheSaleOfItsSessionIsOver() {
            hall.live();
            hall.bid(1, 1, "2");
            hall.at(Duration.ofMinutes(119));
            assertThat(hall.all(SessionPlanned.class)).hasSize(2);
            hall.at(Duration.ofMinutes(121));
            SessionPlan again = hall.planned("c-" + DAY.plusDays(2));
            assertThat(again.lots()).singleElement().satisfies(lot -> {
                assertThat(lot.auction().value()).isEqualTo("c-lot-2-again");
                assertThat(lot.opens()).isEqualTo(Hall.LIVE.plus(Duration.ofDays(2)));
            });
        }

        @Test
        void isPutUpAgainOnlyOnce() {
            hall.live();
            hall.at(Duration.ofDays(12));
            assertThat(hall.all(SessionPlanned.class)).hasSize(4);
            assertThat(hall.all(SessionPlanned.class))
                    .flatExtracting(fact -> fact.session().lots())
                    .extracting(lot -> lot.auction().value())
                    .containsExactly(
                            "c-lot-1", "c-lot-2", "c-lot-3", "c-lot-1-again", "c-lot-2-again", "c-lot-3-again");
            assertThat(hall.floor.lots()).isEmpty();
            assertThat(hall.floor.runningSessions()).isEmpty();
        }

        @Test
        void isNotPutUpAgainWhenAnAdminCancelledIt() {
            hall.live();
            hall.override(1, new LotOverride.Cancel());
            hall.at(Duration.ofMinutes(121));
            assertThat(hall.planned("c-" + DAY.plusDays(2)).lots())
                    .extracting(lot -> lot.auction().value())
                    .containsExactly("c-lot-2-again");
        }

        @Test
        void isPutUpAgainWhenItWasMissed() {
            hall.publish();
            hall.wakeAt(Duration.ofDays(9));
            hall.at(Duration.ofDays(9).plusMinutes(10));
            assertThat(hall.all(SessionPlanned.class))
                    .extracting(fact -> fact.session().id().value())
                    .containsExactly("c-2026-06-01", "c-2026-06-02", "c-2026-06-11", "c-2026-06-12");
        }
    }
}
