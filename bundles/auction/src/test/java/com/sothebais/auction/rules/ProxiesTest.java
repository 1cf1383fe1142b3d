package com.sothebais.auction.rules;

import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.MaximumAnswer.Refused;
import com.sothebais.api.auction.MaximumAnswer.Standing;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Reserve;
import com.sothebais.auction.testing.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    private final Hall hall = new Hall();

    @BeforeEach
    void fund() {
        for (int bidder = 1; bidder <= 4; bidder++) {
            hall.fund(bidder, "100");
        }
    }

    @Nested
    class TheEngineBids {

        @BeforeEach
        void live() {
            hall.live();
        }

        @Test
        void theStartPriceForTheOnlyMaximum() {
            assertThat(hall.maximum(1, 1, "5")).isEqualTo(new Standing(true, eth("1")));
            assertThat(hall.leader(1)).isEqualTo("user1 1");
        }

        @Test
        void oneIncrementOverTheSecondMaximumForTheHighest() {
            hall.maximum(1, 1, "5");
            assertThat(hall.maximum(2, 1, "8")).isEqualTo(new Standing(true, eth("5.1")));
            assertThat(hall.leader(1)).isEqualTo("user2 5.1");
            // The loser's maximum itself was never bid.
            assertThat(hall.all(BidAccepted.class))
                    .extracting(BidAccepted::amount)
                    .containsExactly(eth("1"), eth("5.1"));
        }

        @Test
        void neverMoreThanTheWinnersMaximum() {
            hall.maximum(1, 1, "5");
            hall.maximum(2, 1, "5.05");
            assertThat(hall.leader(1)).isEqualTo("user2 5.05");
        }

        @Test
        void forTheEarlierOfTwoEqualMaxima() {
            hall.maximum(1, 1, "5");
            assertThat(hall.maximum(2, 1, "5")).isEqualTo(new Standing(false, eth("5")));
            assertThat(hall.leader(1)).isEqualTo("user1 5");
        }

        @Test
        void theLeastThatLeadsAgainstAPublicBid() {
            hall.maximum(1, 1, "5");
            hall.bid(2, 1, "2");
            assertThat(hall.leader(1)).isEqualTo("user1 2.1");
            hall.bid(2, 1, "5");
            // A maximum is no bid: the public bid of the same amount leads.
            assertThat(hall.leader(1)).isEqualTo("user2 5");
        }

        @Test
        void nothingAgainstItsOwnBidder() {
            hall.maximum(1, 1, "5");
            hall.maximum(1, 1, "9");
            hall.bid(1, 1, "2");
            assertThat(hall.leader(1)).isEqualTo("user1 2");
        }

        @Test
        void noMoreThanTheFreeMoneyOfTheMoment() {
            hall.fund(5, "6");
            hall.maximum(5, 1, "6");
            hall.withdraw(5, "2");
            hall.bid(1, 1, "4.5");
            assertThat(hall.leader(1)).isEqualTo("user1 4.5");
        }

        @Test
        void nothingForABidderWhoseWalletWasUnlinked() {
            hall.maximum(1, 1, "6");
            hall.record(new com.sothebais.api.identity.IdentityEvent.WalletUnlinked(
                    Samples.account(1).id(), Samples.wallet(1)));
            hall.bid(2, 1, "3");
            assertThat(hall.leader(1)).isEqualTo("user2 3");
        }

        @Test
        void anExtensionLikeAnyBidButOneForAWholeExchange() {
            hall.maximum(1, 1, "5");
            hall.at(Duration.ofMinutes(55).minusSeconds(5));
            hall.bid(2, 1, "2");
            assertThat(hall.leader(1)).isEqualTo("user1 2.1");
            assertThat(hall.all(AuctionExtended.class)).hasSize(1);
            hall.at(Duration.ofMinutes(55).plusSeconds(5));
            hall.maximum(2, 1, "3");
            assertThat(hall.all(AuctionExtended.class)).hasSize(2);
        }

        @Test
        void againAfterAVoidAndAfterAPause() {
            hall.maximum(1, 1, "5");
            hall.bid(2, 1, "6");
            hall.override(1, new LotOverride.Pause());
            hall.maximum(3, 1, "8");
            assertThat(hall.leader(1)).isEqualTo("user2 6");
            hall.override(1, new LotOverride.Resume());
            assertThat(hall.leader(1)).isEqualTo("user3 6.1");
            hall.override(1, new LotOverride.VoidBid(last().post().id()));
            // The bid of 6 leads again, and the maximum of 8 answers it again.
            assertThat(hall.leader(1)).isEqualTo("user3 6.1");
        }

        private BidAccepted last() {
            var bids = hall.all(BidAccepted.class);
            return bids.get(bids.size() - 1);
        }

        @Test
        void underANameThatNobodyElseHas() {
            hall.maximum(1, 1, "5");
            hall.maximum(2, 1, "8");
            assertThat(hall.all(BidAccepted.class))
                    .allMatch(bid -> bid.post().isByProxy())
                    .extracting(bid -> bid.post().id().id())
                    .containsExactly("c-lot-1-0", "c-lot-1-1");
        }

        @Test
        void onceForAMillionIncrements() {
            Hall war = new Hall();
            war.rules = Sample.rules("1", "0.000001");
            war.fund(1, "10");
            war.fund(2, "10");
            war.live();
            war.maximum(1, 1, "9");
            war.maximum(2, 1, "9.5");
            assertThat(war.leader(1)).isEqualTo("user2 9.000001");
            assertThat(war.all(BidAccepted.class)).hasSize(2);
        }
    }

    @Nested
    class TheReserve {

        @BeforeEach
        void live() {
            hall.rules = hall.rules.withReserve(Optional.of(new Reserve(eth("4"), true)));
            hall.live();
        }

        @Test
        void isBidAtOnceWhenTheMaximumReachesIt() {
            hall.maximum(1, 1, "5");
            assertThat(hall.leader(1)).isEqualTo("user1 4");
        }

        @Test
        void isNotBidWhenTheMaximumDoesNot() {
            hall.maximum(1, 1, "3");
            assertThat(hall.leader(1)).isEqualTo("user1 1");
            hall.maximum(1, 1, "4");
            assertThat(hall.leader(1)).isEqualTo("user1 4");
        }

        @Test
        void whenChangedIsAnsweredBySomeMaximum() {
            Hall other = new Hall();
            other.fund(1, "100");
            other.publish();
            other.at(Duration.ofMinutes(-30));
            other.maximum(1, 1, "5");
            other.override(1, new LotOverride.ChangeReserve(Optional.of(new Reserve(eth("4.5"), false))));
            other.at(Duration.ZERO);
            assertThat(other.leader(1)).isEqualTo("user1 4.5");
        }
    }

    @Nested
    class SettingAMaximum {

        @Test
        void isTakenFromPreOfItsSessionOnAndWaitsForTheOpening() {
            hall.publish();
            assertThat(reason(hall.maximum(1, 1, "5"))).isEqualTo(Reason.NO_OPEN_LOT);
            hall.at(Duration.ofHours(-1));
            assertThat(hall.maximum(1, 1, "5")).isEqualTo(new Standing(false, eth("1")));
            hall.at(Duration.ZERO);
            assertThat(hall.leader(1)).isEqualTo("user1 1");
        }

        @Test
        void isRefusedWithTheReasonAndTheLeastThatWouldDo() {
            hall.live();
            hall.bid(2, 1, "2");
            assertThat(hall.maximum(1, 1, "2.05")).isEqualTo(new Refused(Reason.TOO_LOW, Optional.of(eth("2.1"))));
            assertThat(hall.maximum(9, 1, "3")).isEqualTo(new Refused(Reason.NEEDS_WALLET, Optional.of(eth("2.1"))));
            assertThat(hall.maximum(1, 1, "101")).isEqualTo(new Refused(Reason.NEEDS_FUNDS, Optional.of(eth("2.1"))));
            assertThat(reason(hall.maximum(1, 7, "3"))).isEqualTo(Reason.NO_OPEN_LOT);
        }

        @Test
        void endsAtTheViewersZero() {
            hall.rules = hall.rules.withViewerDelay(Duration.ofSeconds(8));
            hall.live();
            hall.at(Duration.ofMinutes(55).plusSeconds(7));
            assertThat(hall.maximum(1, 1, "3")).isInstanceOf(Standing.class);
            hall.at(Duration.ofMinutes(55).plusSeconds(30));
            assertThat(reason(hall.maximum(2, 1, "4"))).isEqualTo(Reason.AUCTION_CLOSED);
        }

        @Test
        void countsAgainstTheOwnPriceForTheLeader() {
            hall.live();
            hall.bid(1, 1, "3");
            assertThat(reason(hall.maximum(1, 1, "2.9"))).isEqualTo(Reason.TOO_LOW);
            assertThat(hall.maximum(1, 1, "3")).isEqualTo(new Standing(true, eth("3")));
            hall.maximum(1, 1, "9");
            assertThat(hall.maximum(1, 1, "3.5")).isEqualTo(new Standing(true, eth("3")));
            hall.bid(2, 1, "3.6");
            assertThat(hall.leader(1)).isEqualTo("user2 3.6");
        }

        @Test
        void canBeWithdrawnAtAnyTimeButNotWhatWasBidForIt() {
            hall.live();
            hall.maximum(1, 1, "9");
            assertThat(hall.withdrawMaximum(1, 1)).isEqualTo(new MaximumAnswer.Withdrawn());
            assertThat(hall.withdrawMaximum(1, 1)).isEqualTo(new MaximumAnswer.Withdrawn());
            assertThat(hall.leader(1)).isEqualTo("user1 1");
            hall.bid(2, 1, "2");
            assertThat(hall.leader(1)).isEqualTo("user2 2");
        }

        @Test
        void printsNobodysMaximum() {
            hall.live();
            hall.maximum(1, 1, "77.77");
            assertThat(hall.lot(1).toString()).doesNotContain("7777");
        }

        private Reason reason(MaximumAnswer answer) {
            return ((Refused) answer).reason();
        }
    }
}
