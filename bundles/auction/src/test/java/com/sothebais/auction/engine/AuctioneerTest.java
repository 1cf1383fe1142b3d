package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.engine.Stage.LOT_2;
import static com.sothebais.auction.engine.Stage.START;
import static com.sothebais.auction.engine.Stage.eth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.health.Health;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.auction.rules.LotState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuctioneerTest {
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage();
        stage.rehearse(Stage.rules());
        stage.fund(1, "100");
        stage.fund(2, "100");
    }

    private LotState lot1() {
        return stage.room.auctioneer().floor().lot(LOT_1).orElseThrow();
    }

    private static Reason reason(List<Event> events) {
        assertThat(events).singleElement().isInstanceOf(BidRefused.class);
        return ((BidRefused) events.get(0)).reason();
    }

    @Nested
    class TheClock {

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
    }

    @Nested
    class BeforeTheLotOpens {

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

    @Nested
    class WhileTheLotIsOpen {

        @BeforeEach
        void live() {
            stage.at(21);
        }

        @Test
        void acceptsTheStartPriceAndThenOnlyRaises() {
            assertThat(reason(stage.say(1, "bid 0.9 eth"))).isEqualTo(Reason.TOO_LOW);
            assertThat(stage.say(1, "bid 1 eth")).singleElement().isInstanceOf(BidAccepted.class);
            List<Event> low = stage.say(2, "bid 1.05 eth");
            assertThat(reason(low)).isEqualTo(Reason.TOO_LOW);
            assertThat(((BidRefused) low.get(0)).nextMinimum()).contains(eth("1.1"));
            BidAccepted second = (BidAccepted) stage.say(2, "bid 1.1 eth").get(0);
            assertThat(second.displaced().orElseThrow().account()).isEqualTo(Stage.account(1));
            assertThat(second.nextMinimum()).isEqualTo(eth("1.2"));
            assertThat(lot1().price()).isEqualTo(eth("1.1"));
        }

        @Test
        void resolvesTheLeastBidAndRaisesAtReceipt() {
            stage.say(1, "bid 2 eth");
            assertThat(((BidAccepted) stage.say(2, "bid min").get(0)).amount()).isEqualTo(eth("2.1"));
            assertThat(((BidAccepted) stage.say(1, "raise by 0.5 eth").get(0)).amount())
                    .isEqualTo(eth("2.6"));
        }

        @Test
        void letsTheLeaderRaiseOwnBidOnTheSameMoney() {
            stage.fund(3, "3");
            stage.say(3, "bid 2 eth");
            assertThat(stage.say(3, "bid 3 eth")).singleElement().isInstanceOf(BidAccepted.class);
            assertThat(reason(stage.say(3, "bid 3.1 eth"))).isEqualTo(Reason.NEEDS_FUNDS);
        }

        @Test
        void asksForAWalletAndForMoney() {
            assertThat(reason(stage.say(9, "bid 1 eth"))).isEqualTo(Reason.NEEDS_WALLET);
            stage.fund(9, "0.5");
            assertThat(reason(stage.say(9, "bid 1 eth"))).isEqualTo(Reason.NEEDS_FUNDS);
            stage.deposit(9, "0.5");
            assertThat(stage.say(9, "bid 1 eth")).singleElement().isInstanceOf(BidAccepted.class);
        }

        @Test
        void asksForAYesBeforeAFatFingerCounts() {
            assertThat(reason(stage.say(1, "bid 10.1 eth"))).isEqualTo(Reason.CONFIRM_LARGE);
            assertThat(lot1().lead().bid()).isEmpty();
            assertThat(stage.say(2, "yes")).singleElement().isInstanceOf(PostHeard.class);
            assertThat(stage.say(stage.reply(2, "yes"))).singleElement().isInstanceOf(PostHeard.class);
            BidAccepted accepted =
                    (BidAccepted) stage.say(stage.reply(1, "Confirm!")).get(0);
            assertThat(accepted.amount()).isEqualTo(eth("10.1"));
            assertThat(stage.say(stage.reply(1, "yes"))).singleElement().isInstanceOf(PostHeard.class);
        }

        @Test
        void remembersAcrossARestartWhatWaitsForAYes() {
            stage.say(1, "bid 50 eth");
            stage.restart();
            assertThat(stage.say(stage.reply(1, "ja"))).singleElement().isInstanceOf(BidAccepted.class);
        }

        @Test
        void forgetsALargeBidThatWasTakenBackBeforeItsYes() {
            stage.say(1, "bid 50 eth");
            assertThat(reason(stage.say(1, "I retract my bid"))).isEqualTo(Reason.RETRACTION);
            assertThat(stage.say(stage.reply(1, "yes"))).singleElement().isInstanceOf(PostHeard.class);
        }

        @Test
        void bindsNothingWhenTwoOpenLotsHaveTheNumber() {
            stage.rehearse(Stage.campaign("other", Stage.rules()));
            stage.at(22);
            assertThat(stage.room.auctioneer().floor().openLots()).hasSize(2);
            assertThat(reason(stage.say(1, "bid 2 eth on lot 1"))).isEqualTo(Reason.AMBIGUOUS);
        }

        @Test
        void saysWhyAPostIsNoBid() {
            assertThat(reason(stage.say(1, "bid 1,000 eth"))).isEqualTo(Reason.AMBIGUOUS);
            assertThat(reason(stage.say(1, "bid two eth"))).isEqualTo(Reason.CONFIRM_WORDS);
            assertThat(reason(stage.say(1, "bid 3 eth?"))).isEqualTo(Reason.CONFIRM_WORDS);
            assertThat(reason(stage.say(1, "bid 3 usdc"))).isEqualTo(Reason.UNSUPPORTED_CURRENCY);
            assertThat(reason(stage.say(1, "bid 2.5.1 eth"))).isEqualTo(Reason.UNREADABLE);
            assertThat(reason(stage.say(1, "max bid 4 eth"))).isEqualTo(Reason.MAX_BID_IN_PUBLIC);
            assertThat(reason(stage.say(1, "retract my bid"))).isEqualTo(Reason.RETRACTION);
            assertThat(reason(stage.say(1, "lot 2: bid 3 eth"))).isEqualTo(Reason.NO_OPEN_LOT);
            assertThat(lot1().lead().bid()).isEmpty();
            assertThat(lot1().chain().entries()).isEqualTo(7);
        }

        @Test
        void passesTalkToTheHostAndIgnoresWhatIsNotForIt() {
            assertThat(stage.say(1, "what is this?")).singleElement().isEqualTo(heard(true));
            Post post = stage.post(1, "bid 2 eth");
            Post unaddressed = new Post(post.id(), post.author(), post.text(), post.at(), Relation.ORIGINAL, false);
            assertThat(stage.say(unaddressed)).isEmpty();
        }

        private PostHeard heard(boolean question) {
            PostHeard heard = stage.all(PostHeard.class).get(0);
            return new PostHeard(heard.post(), question);
        }

        @Test
        void neverLetsTheHostARepostAnEditOrAQuoteOfOthersBid() {
            Post mine = stage.post(1, "bid 2 eth");
            Post host = new Post(mine.id(), Stage.HOST, mine.text(), mine.at(), Relation.ORIGINAL, true);
            assertThat(stage.say(host)).isEmpty();
            assertThat(stage.say(related(Relation.Kind.REPOST))).isEmpty();
            assertThat(reason(stage.say(related(Relation.Kind.EDIT)))).isEqualTo(Reason.EDITED);
            assertThat(stage.say(related(Relation.Kind.QUOTE))).singleElement().isInstanceOf(PostHeard.class);
            assertThat(lot1().lead().bid()).isEmpty();
        }

        private Post related(Relation.Kind kind) {
            Post post = stage.post(1, "bid 2 eth");
            Relation relation = Relation.to(
                    kind, new PostId("sim", "other"), Stage.account(2).id());
            return new Post(post.id(), post.author(), post.text(), post.at(), relation, true);
        }

        @Test
        void countsAPostOnceHoweverOftenItIsDelivered() {
            Post post = stage.post(1, "bid 2 eth");
            List<CompletableFuture<Void>> receipts = java.util.stream.IntStream.range(0, 9)
                    .mapToObj(i -> stage.deliver(post))
                    .toList();
            stage.room.auctioneer().step();
            assertThat(receipts).allMatch(CompletableFuture::isDone);
            stage.restart();
            assertThat(stage.say(post)).isEmpty();
            assertThat(stage.all(BidAccepted.class)).hasSize(1);
            assertThat(stage.room.tally().duplicates()).isEqualTo(1);
        }

        @Test
        void extendsOnlyForAcceptedBidsAndOnlyAsFarAsTheRulesSay() {
            stage.at(60);
            stage.say(1, "bid 0.1 eth");
            assertThat(stage.all(AuctionExtended.class)).isEmpty();
            stage.say(1, "bid 1 eth");
            assertThat(lot1().clock().ends()).isEqualTo(START.plusSeconds(75));
            stage.at(74);
            stage.say(2, "bid 2 eth");
            assertThat(lot1().clock().ends()).as("15 s after the bid").isEqualTo(START.plusSeconds(89));
            stage.at(88);
            stage.say(1, "bid 3 eth");
            assertThat(lot1().clock().ends()).as("two times at most").isEqualTo(START.plusSeconds(89));
        }

        @Test
        void limitsThePostsOfOneAccount() {
            for (int i = 0; i < 30; i++) {
                stage.say(1, "bid 0.1 eth");
            }
            assertThat(reason(stage.say(1, "bid 5 eth"))).isEqualTo(Reason.RATE_LIMITED);
            assertThat(stage.say(1, "hello")).isEmpty();
            assertThat(stage.say(2, "bid 5 eth")).singleElement().isInstanceOf(BidAccepted.class);
            stage.at(32);
            assertThat(stage.say(1, "bid 6 eth")).singleElement().isInstanceOf(BidAccepted.class);
        }

        @Test
        void failsThePostsOfAnUnknownNetwork() {
            Post post = stage.post(1, "bid 2 eth");
            Post strange =
                    new Post(new PostId("nowhere", "1"), post.author(), post.text(), post.at(), post.relation(), true);
            CompletableFuture<Void> done = stage.deliver(strange);
            stage.room.auctioneer().step();
            assertThat(done).isCompletedExceptionally();
        }

        @Test
        void repairsTextThatNoDatabaseTakes() {
            stage.say(1, "hello \u0000 \ud800 there");
            assertThat(stage.all(PostHeard.class))
                    .singleElement()
                    .extracting(heard -> heard.post().text())
                    .isEqualTo("hello \uFFFD \uFFFD there");
        }
    }

    @Nested
    class AtTheEnd {

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

    @Nested
    class AfterARestart {

        @Test
        void theAuctionContinuesWithTheSamePriceAndEnd() {
            stage.at(60);
            stage.say(1, "bid 2 eth");
            LotState before = lot1();
            stage.now = START.plusSeconds(62);
            stage.restart();
            assertThat(lot1()).isEqualTo(before);
            assertThat(reason(stage.say(2, "bid 2 eth"))).isEqualTo(Reason.TOO_LOW);
            assertThat(stage.say(2, "bid 3 eth")).first().isInstanceOf(BidAccepted.class);
            assertThat(stage.room.ledger(LOT_1).orElseThrow().flaw()).isEmpty();
        }

        @Test
        void anAuctionWhoseEndPassedClosesAtOnceAndTheNextKeepsItsLength() {
            stage.at(21);
            stage.say(1, "bid 2 eth");
            stage.now = START.plusSeconds(100);
            stage.restart();
            assertThat(lot1().is(LotState.Status.CLOSED)).isTrue();
            stage.at(105);
            assertThat(stage.all(AuctionOpened.class).get(1).ends()).isEqualTo(START.plusSeconds(150));
        }
    }

    @Nested
    class WhenTheLogIsAway {

        @BeforeEach
        void live() {
            stage.at(21);
            stage.say(1, "bid 2 eth");
        }

        @Test
        void nothingIsAcceptedAndEverythingGoesOnWhenItIsBack() {
            stage.log.outage(true);
            Post post = stage.post(2, "bid 3 eth");
            CompletableFuture<Void> done = stage.deliver(post);
            assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(EventLogException.class);
            assertThat(done).as("waits to be decided again").isNotDone();
            assertThat(stage.room.health().status()).isEqualTo(Health.Status.DOWN);
            stage.log.outage(false);
            stage.room.auctioneer().step();
            assertThat(done).isCompleted();
            assertThat(lot1().price()).isEqualTo(eth("3"));
            assertThat(stage.say(post)).as("delivered again").isEmpty();
            assertThat(stage.room.health().status()).isEqualTo(Health.Status.WELL);
        }

        @Test
        void theEndIsMadeUpForWhenItIsBack() {
            stage.log.outage(true);
            long before = stage.log.last();
            assertThatThrownBy(() -> stage.at(70)).isInstanceOf(EventLogException.class);
            assertThat(stage.log.last()).isEqualTo(before);
            stage.log.outage(false);
            stage.at(70);
            assertThat(lot1().is(LotState.Status.CLOSED)).isTrue();
        }

        @Test
        void anOvertakenAuctioneerStops() {
            stage.log.claim(Auctioneer.FENCE);
            CompletableFuture<Void> done = stage.deliver(stage.post(2, "bid 3 eth"));
            assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(FencedException.class);
            assertThat(done).isCompletedExceptionally();
            assertThat(stage.room.health().status()).isEqualTo(Health.Status.DOWN);
            assertThat(stage.room.receive(stage.post(2, "bid 3 eth"))).isInstanceOf(Inbox.Receipt.Full.class);
            assertThat(stage.at(30)).isEqualTo(Instant.MAX);
        }
    }

    @Test
    void saysFullInsteadOfGrowing() {
        Stage small = new Stage(new Settings(2, 10, 30, Duration.ofSeconds(10)));
        small.deliver(small.post(1, "hi"));
        small.deliver(small.post(1, "hi"));
        assertThat(small.room.receive(small.post(1, "hi"))).isInstanceOf(Inbox.Receipt.Full.class);
        small.room.auctioneer().step();
        assertThat(small.room.receive(small.post(1, "hi"))).isInstanceOf(Inbox.Receipt.Taken.class);
    }
}
