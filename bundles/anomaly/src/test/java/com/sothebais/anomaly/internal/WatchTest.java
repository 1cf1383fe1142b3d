package com.sothebais.anomaly.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Anomalies.Hint;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final Show show = new Show();

    @Nested
    class SharedMoney {
        @Test
        void aWalletThatWentFromOneBidderOfALotToAnotherIsAHint() {
            show.join("ann", "cleo").open("one").bids("one", "ann", "cleo").link("bob", "ann");
            assertThat(show.hints()).isEmpty();

            show.bids("one", "bob");

            Hint hint = only(Kind.SHARED_FUNDING);
            assertThat(hint.who().accounts()).containsExactly(Show.account("ann"), Show.account("bob"));
            assertThat(hint.lots()).containsExactly(new AuctionId("one"));
            assertThat(hint.evidence()).extracting("position").containsExactly(4L, 7L);
            assertThat(hint.score()).isEqualTo(SharedFunding.WALLET_SCORE);
            assertThat(hint.span().last()).isAfter(hint.span().first());
        }

        @Test
        void aWalletThatChangedHandsBetweenLotsIsNone() {
            show.join("ann", "cleo").open("one").bids("one", "ann", "cleo").close("one");
            show.link("bob", "ann").open("two").bids("two", "bob", "cleo").close("two");

            assertThat(show.hints()).isEmpty();
        }

        @Test
        void oneDepositForTwoWhoBidAgainstEachOtherIsAHintThatGrowsWithTheLots() {
            show.join("ann", "bob", "cleo")
                    .deposit("d1", "ann")
                    .deposit("d1", "bob")
                    .deposit("d2", "cleo");
            show.open("one").bids("one", "ann", "cleo", "bob", "ann").close("one");
            int once = only(Kind.SHARED_FUNDING).score();
            show.open("two").bids("two", "bob", "cleo", "ann").close("two");

            Hint hint = only(Kind.SHARED_FUNDING);
            assertThat(hint.score()).isGreaterThan(once);
            assertThat(hint.who().accounts()).containsExactlyInAnyOrder(Show.account("ann"), Show.account("bob"));
            assertThat(hint.evidence()).extracting("position").contains(4L, 5L);
        }

        @Test
        void oneDepositForTwoWhoNeverMeetIsNone() {
            show.join("ann", "bob").deposit("d1", "ann").deposit("d1", "bob");
            show.open("one")
                    .bids("one", "ann")
                    .close("one")
                    .open("two")
                    .bids("two", "bob")
                    .close("two");

            assertThat(show.hints()).isEmpty();
        }
    }

    @Nested
    class Rings {
        @Test
        void twoWhoRaiseOnlyEachOtherAndLeaveEachLotToAThirdAreAHint() {
            ring("one");
            ring("two");
            assertThat(show.hints()).isEmpty();
            ring("three");

            Hint hint = only(Kind.BID_RING);
            assertThat(hint.who().accounts()).containsExactlyInAnyOrder(Show.account("ann"), Show.account("bob"));
            assertThat(hint.lots()).hasSize(BidRings.LOTS_LEAST);
            assertThat(hint.evidence()).hasSizeBetween(6, Hint.EVIDENCE_MAX);
        }

        @Test
        void twoWhoFightForWhatTheyWantAndOnceGetItAreNone() {
            ring("one");
            ring("two");
            show.open("three")
                    .bids("three", "cleo", "dan", "eve")
                    .bids("three", duel(8))
                    .close("three");
            ring("four");

            assertThat(show.hints()).isEmpty();
        }

        @Test
        void twoInLotsThatHardlyAnybodyElseWantsAreNone() {
            for (String lot : List.of("one", "two", "three", "four")) {
                show.open(lot).bids(lot, duel(8)).bids(lot, "cleo").close(lot);
            }
            assertThat(show.hints()).isEmpty();
        }

        private void ring(String lot) {
            show.open(lot)
                    .bids(lot, duel(8))
                    .bids(lot, "cleo", "dan", "eve", "cleo")
                    .close(lot);
        }
    }

    @Nested
    class Raisers {
        @Test
        void whoDrivesOnePriceWhileOthersBidTooIsAHint() {
            for (String lot : List.of("one", "two", "three")) {
                show.open(lot);
                for (int i = 0; i < 8; i++) {
                    show.bids(lot, "target", "shill").bids(lot, others(i));
                }
                show.bids(lot, "target").close(lot);
            }

            Hint hint = only(Kind.ONE_WAY_RAISER);
            assertThat(hint.who().accounts()).containsExactly(Show.account("shill"), Show.account("target"));
            assertThat(hint.lots()).hasSize(OneWayRaisers.LOTS_LEAST);
        }

        @Test
        void whoComesLateAndLosesToTheOnlyBidderLeftIsNone() {
            for (String lot : List.of("one", "two", "three", "four")) {
                show.open(lot);
                for (int i = 0; i < 8; i++) {
                    show.bids(lot, others(i)).bids(lot, "target");
                }
                for (int i = 0; i < 8; i++) {
                    show.bids(lot, "late", "target");
                }
                show.close(lot);
            }
            assertThat(show.hints()).isEmpty();
        }

        @Test
        void whoWinsSometimesIsNone() {
            for (String lot : List.of("one", "two", "three", "four")) {
                show.open(lot);
                for (int i = 0; i < 8; i++) {
                    show.bids(lot, "target", "fan").bids(lot, others(i));
                }
                show.bids(lot, lot.equals("three") ? "fan" : "target").close(lot);
            }
            assertThat(show.hints()).isEmpty();
        }
    }

    @Nested
    class Floods {
        @Test
        void moreRefusalsThanAPersonTypesAreAHint() {
            show.open("one");
            refusals("ann", Reason.NEEDS_WALLET, Refusals.REFUSALS_LEAST - 1);
            assertThat(show.hints()).isEmpty();
            refusals("ann", Reason.NEEDS_WALLET, 1);

            assertThat(only(Kind.MANY_REFUSALS).score()).isLessThan(40);
        }

        @Test
        void runningIntoTheLimitAgainAndAgainIsAHintWorthReading() {
            show.open("one");
            refusals("ann", Reason.RATE_LIMITED, Refusals.LIMITED_LEAST);

            assertThat(only(Kind.MANY_REFUSALS).score()).isGreaterThanOrEqualTo(40);
        }

        @Test
        void anEagerBidderWhoIsOutrunAndBidsOnIsNone() {
            show.join("ann").open("one");
            for (int i = 0; i < 20; i++) {
                refusals("ann", Reason.TOO_LOW, 10);
                show.bids("one", "ann", "bob");
            }
            assertThat(show.hints()).isEmpty();
        }

        @Test
        void manyAccountsAtTheirLimitAtOnceAreAHintAboutTheirNetwork() {
            show.open("one");
            for (int i = 0; i < Refusals.ACCOUNTS_LEAST; i++) {
                show.refuse("one", "bot" + i, Reason.RATE_LIMITED);
            }
            Hint hint = only(Kind.CROWDED_NETWORK);
            assertThat(hint.who().network()).isEqualTo("sandbox");
            assertThat(hint.who().accounts()).hasSize(Refusals.ACCOUNTS_LEAST);
        }

        @Test
        void aCrowdWithoutWalletsIsNone() {
            show.open("one");
            for (int i = 0; i < 2_000; i++) {
                show.refuse("one", "viewer" + i % 500, Reason.NEEDS_WALLET);
            }
            assertThat(show.hints()).isEmpty();
        }

        private void refusals(String who, Reason reason, int count) {
            IntStream.range(0, count).forEach(i -> show.refuse("one", who, reason));
        }
    }

    @Nested
    class Quick {
        @Test
        void bidsOnManyLotsWithinSecondsAreAHint() {
            List<String> lots = lots(QuickPosts.LOTS_LEAST);
            lots.forEach(lot -> show.bids(lot, "ann"));

            assertThat(only(Kind.QUICK_POSTS).lots()).hasSize(QuickPosts.LOTS_LEAST);
        }

        @Test
        void theSameBidsAtTheSpeedOfAPersonAreNone() {
            lots(10).forEach(lot -> show.bids(lot, "ann").pass(Duration.ofSeconds(4)));

            assertThat(show.hints()).isEmpty();
        }

        private List<String> lots(int count) {
            List<String> lots =
                    IntStream.range(0, count).mapToObj(i -> "lot-" + i).toList();
            lots.forEach(show::open);
            return lots;
        }
    }

    @Nested
    class NewPeople {
        @Test
        void severalWhoAppearInALotDriveItAndVanishAreAWeakHint() {
            show.join("a", "b", "c", "d", "e", "f").open("one").bids("one", "a", "b", "c", "d", "e", "f");
            show.bid("one", "new1", 95)
                    .bid("one", "new2", 97)
                    .bid("one", "new3", 99)
                    .bid("one", "a", 100);
            show.close("one");

            Hint hint = only(Kind.NEW_NEAR_TOP);
            assertThat(hint.who().accounts()).hasSize(3);
            assertThat(hint.score()).isLessThan(40);
        }

        @Test
        void aFirstShowWhereEverybodyIsNewIsNone() {
            show.open("one")
                    .bids("one", "a", "b", "c", "d", "e", "f", "a", "b", "c")
                    .close("one");

            assertThat(show.hints()).isEmpty();
        }
    }

    @Nested
    class BrokenWords {
        @Test
        void takingBidsBackInSeveralLotsIsAHint() {
            for (String lot : List.of("one", "two", "three")) {
                show.open(lot).bids(lot, "ann", "bob").refuse(lot, "ann", Reason.RETRACTION);
                show.refuse(lot, "joker", Reason.RETRACTION).close(lot);
            }
            assertThat(only(Kind.RETRACTIONS).who().accounts()).containsExactly(Show.account("ann"));
        }

        @Test
        void winsThatWereNotPaidAreAHintFromTheSecondOn() {
            show.open("one").bids("one", "bob", "ann").close("one").award("one", "bob");
            assertThat(show.hints()).isEmpty();
            show.open("two").bids("two", "bob", "ann").close("two").award("two", "bob");

            Hint hint = only(Kind.UNPAID_WINS);
            assertThat(hint.who().accounts()).containsExactly(Show.account("ann"));
            assertThat(hint.lots()).containsExactly(new AuctionId("one"), new AuctionId("two"));
        }
    }

    private Hint only(Kind kind) {
        assertThat(show.hints()).extracting(Hint::kind).containsExactly(kind);
        return show.hints().get(0);
    }

    /** Three in another order each time, as people are. */
    private static String[] others(int turn) {
        List<String> three = new ArrayList<>(List.of("cleo", "dan", "eve"));
        Collections.rotate(three, turn);
        if (turn % 2 == 0) {
            Collections.swap(three, 0, 1);
        }
        return three.toArray(String[]::new);
    }

    private static String[] duel(int bids) {
        return IntStream.range(0, bids)
                .mapToObj(i -> i % 2 == 0 ? "ann" : "bob")
                .toArray(String[]::new);
    }
}
