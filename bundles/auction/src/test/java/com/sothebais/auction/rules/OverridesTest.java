package com.sothebais.auction.rules;

import static com.sothebais.auction.rules.Sample.id;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.LotOverride.Cancel;
import com.sothebais.api.auction.LotOverride.ChangeReserve;
import com.sothebais.api.auction.LotOverride.ChangeViewerDelay;
import com.sothebais.api.auction.LotOverride.Extend;
import com.sothebais.api.auction.LotOverride.ForceClose;
import com.sothebais.api.auction.LotOverride.Pause;
import com.sothebais.api.auction.LotOverride.Resume;
import com.sothebais.api.auction.LotOverride.VoidBid;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.auction.OverrideException.Obstacle;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.testing.Samples;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverridesTest {
    private final Hall hall = new Hall();

    @BeforeEach
    void live() {
        for (int bidder = 1; bidder <= 4; bidder++) {
            hall.fund(bidder, "10");
        }
        hall.live();
    }

    private PostId postOf(int bid) {
        return hall.all(BidAccepted.class).get(bid).post().id();
    }

    private void refused(int lot, LotOverride override, String why) {
        assertThatThrownBy(() -> Overrides.decide(hall.floor, id(lot), override, hall.now))
                .isInstanceOfSatisfying(
                        OverrideException.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.ILLEGAL))
                .hasMessageContaining(why);
    }

    @Test
    void voidingTheLeadingBidLetsTheOneBeforeLeadAgain() {
        hall.bid(2, 1, "2.5");
        hall.bid(1, 1, "3");
        assertThat(hall.override(1, new VoidBid(postOf(1))))
                .startsWith(
                        "The price falls from 3 ETH to 2.5 ETH; @user2 leads again.", "@user1's 3 ETH are free again.");
        assertThat(hall.leader(1)).isEqualTo("user2 2.5");
        assertThat(hall.free(1, 2)).isEqualTo(eth("10"));
        assertThat(hall.free(2, 2)).isEqualTo(eth("7.5"));
        assertThat(hall.lot(1).nextMinimum()).isEqualTo(eth("2.6"));
    }

    @Test
    void aBidWhoseMoneyIsGoneIsPassedOver() {
        hall.bid(2, 1, "2");
        hall.bid(3, 1, "2.5");
        hall.bid(1, 1, "3");
        hall.withdraw(3, "9");
        assertThat(hall.override(1, new VoidBid(postOf(2))))
                .contains("1 better bid is passed over because the money is no longer free.");
        assertThat(hall.leader(1)).isEqualTo("user2 2");
    }

    @Test
    void aBidWhoseMoneyLeadsElsewhereIsPassedOver() {
        Hall both = new Hall();
        both.course = com.sothebais.api.auction.Schedule.Course.CONCURRENT;
        both.fund(1, "10");
        both.fund(2, "3");
        both.live();
        both.bid(2, 1, "2");
        both.bid(1, 1, "3");
        both.bid(2, 2, "2.5");
        both.override(1, new VoidBid(both.all(BidAccepted.class).get(1).post().id()));
        assertThat(both.leader(1)).isEqualTo("nobody");
        assertThat(both.free(2, 1)).isEqualTo(eth("0.5"));
    }

    @Test
    void voidingTheOnlyBidGoesBackToTheStartPrice() {
        hall.bid(1, 1, "3");
        assertThat(hall.override(1, new VoidBid(postOf(0))).get(0))
                .isEqualTo("The price falls from 3 ETH to the start price of 1 ETH; nobody leads.");
        assertThat(hall.lot(1).nextMinimum()).isEqualTo(eth("1"));
        refused(1, new ChangeReserve(Optional.empty()), "has had an accepted bid");
    }

    @Test
    void voidingABidThatDoesNotLeadOnlyMarksIt() {
        hall.bid(2, 1, "2");
        hall.bid(1, 1, "3");
        assertThat(hall.override(1, new VoidBid(postOf(0))))
                .containsExactly("The bid of 2 ETH of @user2 is marked as void; @user1 still leads with 3 ETH.");
        hall.override(1, new VoidBid(postOf(1)));
        assertThat(hall.leader(1)).isEqualTo("nobody");
    }

    @Test
    void aVoidIsTheNextLineOfTheLedger() {
        hall.bid(1, 1, "3");
        Decided decided = Overrides.decide(hall.floor, id(1), new VoidBid(postOf(0)), hall.now)
                .get(0);
        assertThat(decided.entry().orElseThrow().line().verdict()).isEqualTo("VOIDED");
        assertThat(decided.entry().orElseThrow().index()).isEqualTo(1);
        hall.record(decided.fact());
        assertThat(hall.lot(1).chain().entries()).isEqualTo(2);
        refused(1, new VoidBid(postOf(0)), "voided before");
    }

    @Test
    void onlySoManyOldBidsCanBeVoided() {
        Hall war = new Hall();
        war.rules = Sample.rules("1", "0.00001");
        war.fund(1, "100");
        war.fund(2, "100");
        war.live();
        for (int i = 0; i < 10_500; i++) {
            war.bid(1 + i % 2, 1, "2." + String.format("%06d", i * 90));
        }
        assertThat(war.lot(1).lead().trail().size()).isLessThan(10_500);
        PostId first = war.all(BidAccepted.class).get(0).post().id();
        assertThatThrownBy(() -> Overrides.decide(war.floor, id(1), new VoidBid(first), war.now))
                .hasMessageContaining("older than the newest 1000");
    }

    @Test
    void pauseAndResumeSayHowMuchIsLeftAndWhenItEnds() {
        assertThat(hall.override(1, new Pause()))
                .containsExactly(
                        "No bid on lot 1 is taken, and its clock stands still until it is resumed.",
                        "It stops with 55 min 0 s left.");
        refused(1, new Pause(), "is paused already");
        hall.atSeconds(90);
        assertThat(hall.override(1, new Resume())).contains("It ends at 14:56:30 instead of 14:55:00 (Z).");
        refused(1, new Resume(), "is not paused");
    }

    @Test
    void pausingAfterTheEndIsRefused() {
        hall.at(Duration.ofMinutes(55).plusSeconds(2));
        refused(1, new Pause(), "only waits for late posts");
    }

    @Test
    void extendingMustReachTheFuture() {
        hall.at(Duration.ofMinutes(55).plusSeconds(2));
        refused(1, new Extend(Duration.ofSeconds(1)), "needs more than 1 s");
        assertThat(hall.override(1, new Extend(Duration.ofMinutes(1))).get(0))
                .isEqualTo("The end of lot 1 moves from 14:55:00 to 14:56:00 (Z); the hard stop moves with it.");
    }

    @Test
    void cancellingFreesTheMoneyAndSellsNothing() {
        hall.bid(1, 1, "3");
        assertThat(hall.override(1, new Cancel()))
                .containsExactly("Lot 1 ends now without a sale.", "@user1's 3 ETH are free again.");
        assertThat(hall.free(1, 2)).isEqualTo(eth("10"));
        refused(1, new Cancel(), "is closed already");
        // The next one opens as planned.
        hall.at(Duration.ofMinutes(65));
        assertThat(hall.lot(2).is(LotState.Status.OPEN)).isTrue();
    }

    @Test
    void aLotCanBeCancelledBeforeItOpens() {
        hall.override(2, new Cancel());
        hall.at(Duration.ofMinutes(130));
        assertThat(hall.all(AuctionClosed.class)).hasSize(2);
        assertThat(hall.floor.runningSessions().get(0).phase()).isEqualTo(com.sothebais.api.auction.SessionPhase.POST);
    }

    @Test
    void forceCloseGivesWhatTheBidsGive() {
        hall.bid(1, 1, "3");
        assertThat(hall.override(1, new ForceClose())).containsExactly("Lot 1 is sold to @user1 for 3 ETH.");
        assertThat(hall.all(AuctionClosed.class).get(0).outcome()).isInstanceOf(Outcome.Sold.class);
        refused(2, new ForceClose(), "is not open yet");
    }

    @Test
    void theReserveCanBeChangedUntilTheFirstAcceptedBid() {
        assertThat(hall.override(1, new ChangeReserve(Optional.of(new Reserve(eth("4"), true)))))
                .first()
                .isEqualTo("The reserve of lot 1 changes from none to 4 ETH (hidden).");
        hall.bid(1, 1, "3");
        refused(1, new ChangeReserve(Optional.empty()), "has had an accepted bid");
        assertThat(hall.override(1, new ForceClose()))
                .containsExactly(
                        "Lot 1 ends now without a sale: the reserve is not met.", "@user1's 3 ETH are free again.");
    }

    @Test
    void theViewersDelayCanBeChangedUntilTheEnd() {
        assertThat(hall.override(1, new ChangeViewerDelay(Duration.ofMillis(7_500))))
                .containsExactly(
                        "Bids on lot 1 count when they are posted up to 7.500 s after its end, instead of 0 s.");
        assertThat(hall.lot(1).closes()).isEqualTo(hall.lot(1).clock().ends().plusMillis(12_500));
        hall.at(Duration.ofMinutes(55).plusSeconds(2));
        refused(1, new ChangeViewerDelay(Duration.ZERO), "stays as it is");
    }

    @Test
    void anUnknownLotIsSaidToBe() {
        assertThatThrownBy(() -> Overrides.decide(hall.floor, id(9), new Pause(), hall.now))
                .isInstanceOfSatisfying(
                        OverrideException.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.UNKNOWN));
    }

    @Test
    void theBasisChangesWithEveryChangeOfTheLotButNotWithAMaximumThatBidsNothing() {
        Set<String> seen = new HashSet<>(List.of(Overrides.basis(hall.lot(1))));
        hall.bid(1, 1, "0.5");
        assertThat(seen.add(Overrides.basis(hall.lot(1)))).isTrue();
        hall.bid(1, 1, "3");
        assertThat(seen.add(Overrides.basis(hall.lot(1)))).isTrue();
        hall.maximum(1, 1, "5");
        assertThat(seen.add(Overrides.basis(hall.lot(1)))).isFalse();
        hall.override(1, new Pause());
        assertThat(seen.add(Overrides.basis(hall.lot(1)))).isTrue();
        hall.atSeconds(9);
        hall.override(1, new Resume());
        assertThat(seen.add(Overrides.basis(hall.lot(1)))).isTrue();
        hall.override(1, new ChangeViewerDelay(Duration.ofSeconds(3)));
        assertThat(seen.add(Overrides.basis(hall.lot(1)))).isTrue();
    }

    @Test
    void theEffectSaysNothingThatDependsOnAMaximum() {
        hall.bid(2, 1, "2");
        hall.bid(1, 1, "3");
        List<String> without = Effects.preview(hall.floor, id(1), new VoidBid(postOf(1)), hall.now)
                .effects();
        hall.record(new com.sothebais.api.auction.AuctionEvent.MaximumSet(
                id(1),
                new com.sothebais.api.auction.Bidder(Samples.account(3), Samples.wallet(3)),
                Optional.of(eth("2.9"))));
        assertThat(Effects.preview(hall.floor, id(1), new VoidBid(postOf(1)), hall.now)
                        .effects())
                .isEqualTo(without);
    }
}
