package com.sothebais.auction.rules;

import static com.sothebais.auction.rules.Hall.read;
import static com.sothebais.auction.rules.Hall.reason;
import static com.sothebais.auction.rules.Sample.id;
import static com.sothebais.auction.testing.Samples.account;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.grammar.Reading;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two lots are open at once. */
class ConcurrentBidsTest {
    private final Hall hall = new Hall();

    @BeforeEach
    void live() {
        hall.course = Course.CONCURRENT;
        hall.fund(1, "100");
        hall.fund(2, "100");
        hall.live();
    }

    @Nested
    class ABidWithoutANumber {

        @Test
        void isAmbiguous() {
            Verdict verdict = hall.judge(hall.post(1, hall.now), read("bid 2 eth"));
            assertThat(reason(verdict)).isEqualTo(Reason.AMBIGUOUS);
            assertThat(hall.lot(1).chain().entries()).isZero();
        }

        @Test
        void isForTheLotWhoseOpeningPostItAnswers() {
            hall.posted("lot-opened/c-lot-2/sim", "opening-2", Optional.empty());
            Verdict verdict = hall.judge(hall.reply(1, new PostId("sim", "opening-2")), read("bid 2 eth"));
            assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
            assertThat(hall.leader(2)).isEqualTo("user1 2");
        }

        @Test
        void isForTheOtherLotOnceOneHasReachedZero() {
            hall.at(Duration.ofMinutes(110).plusSeconds(2));
            assertThat(hall.floor.openLots()).hasSize(2);
            hall.judge(hall.post(1, hall.now), read("bid 2 eth"));
            assertThat(hall.leader(2)).isEqualTo("user1 2");
        }
    }

    @Nested
    class Money {

        @Test
        void thatLeadsOnOneLotIsNotFreeOnTheOther() {
            hall.fund(3, "3");
            hall.bid(3, 1, "2");
            assertThat(reason(hall.bid(3, 2, "1.5"))).isEqualTo(Reason.NEEDS_FUNDS);
            assertThat(hall.bid(3, 2, "1")).isInstanceOf(Verdict.Accepted.class);
            hall.bid(1, 1, "2.5");
            assertThat(hall.free(3, 1)).isEqualTo(eth("2"));
        }

        @Test
        void thatWonIsNotFreeUntilItIsPaid() {
            hall.fund(3, "3");
            hall.bid(3, 1, "2");
            hall.at(Duration.ofMinutes(115));
            assertThat(hall.free(3, 2)).isEqualTo(eth("1"));
            hall.paid(3, "2", id(1).settlement(1));
            assertThat(hall.free(3, 2)).isEqualTo(eth("1"));
        }
    }

    @Nested
    class ALargeBid {
        private Post first;
        private Post second;

        private void bothWait() {
            first = hall.post(1, hall.now);
            second = hall.post(1, hall.now);
            assertThat(reason(hall.bid(first, 1, "50"))).isEqualTo(Reason.CONFIRM_LARGE);
            assertThat(reason(hall.bid(second, 2, "40"))).isEqualTo(Reason.CONFIRM_LARGE);
        }

        @Test
        void isConfirmedByAPlainYesWhenNoOtherWaits() {
            hall.bid(1, 1, "50");
            hall.yes(hall.reply(1, new PostId("sim", "anything")), "yes");
            assertThat(hall.leader(1)).isEqualTo("user1 50");
        }

        @Test
        void isNotConfirmedByAPlainYesWhenTwoWait() {
            bothWait();
            assertThat(reason(hall.yes(hall.post(1, hall.now), "yes").orElseThrow()))
                    .isEqualTo(Reason.AMBIGUOUS);
            assertThat(hall.leader(1)).isEqualTo("nobody");
        }

        @Test
        void isConfirmedInItsOwnThread() {
            bothWait();
            hall.yes(hall.reply(1, second.id()), "yes");
            assertThat(hall.leader(2)).isEqualTo("user1 40");
            assertThat(hall.leader(1)).isEqualTo("nobody");
        }

        @Test
        void isConfirmedByAnAnswerToTheHostsQuestion() {
            bothWait();
            hall.posted("verdict/1", "question-1", Optional.of(first.id()));
            hall.yes(hall.reply(1, new PostId("sim", "question-1")), "yes");
            assertThat(hall.leader(1)).isEqualTo("user1 50");
        }

        @Test
        void isConfirmedByTheNumberOfItsLot() {
            bothWait();
            Reading yes = read("yes");
            Reading named = new Reading(
                    yes.intent(),
                    yes.amount(),
                    yes.currency(),
                    yes.flaw(),
                    new Reading.Extras(Optional.of(2), false, Optional.empty()));
            hall.confirm(hall.post(1, hall.now), named);
            assertThat(hall.leader(2)).isEqualTo("user1 40");
        }

        @Test
        void isEndedOnEveryLotByARetractionThatNamesNone() {
            bothWait();
            hall.bid(2, 2, "30");
            assertThat(reason(hall.judge(hall.post(1, hall.now), read("retract my bid"))))
                    .isEqualTo(Reason.RETRACTION);
            assertThat(hall.yes(hall.reply(1, first.id()), "yes")).isEmpty();
            assertThat(hall.yes(hall.reply(1, second.id()), "yes")).isEmpty();
            assertThat(hall.lot(2).lead().pending())
                    .as("of others wait on")
                    .containsOnlyKeys(account(2).id());
        }

        @Test
        void isEndedAloneByARetractionThatAnswersItOrNamesItsLot() {
            bothWait();
            hall.judge(hall.reply(1, second.id()), read("retract my bid"));
            assertThat(hall.lot(2).lead().pending()).isEmpty();
            assertThat(hall.lot(1).lead().pending()).containsKey(account(1).id());
            hall.judge(hall.post(1, hall.now), read("retract my bid on lot 1"));
            assertThat(hall.lot(1).lead().pending()).isEmpty();
        }

        @Test
        void waitsOnWhenABidOnAnotherLotIsTakenBack() {
            bothWait();
            hall.judge(hall.post(1, hall.now), read("retract my bid on lot 2"));
            hall.yes(hall.post(1, hall.now), "yes");
            assertThat(hall.leader(1)).isEqualTo("user1 50");
        }

        @Test
        void waitsForFiveMinutesAndNoLonger() {
            hall.bid(1, 1, "50");
            hall.at(Duration.ofMinutes(5));
            assertThat(hall.yes(hall.post(1, hall.now), "yes")).isEmpty();
        }

        @Test
        void isReplacedByANewerBidOfTheBidder() {
            hall.bid(1, 1, "50");
            hall.bid(1, 1, "60");
            hall.yes(hall.post(1, hall.now), "yes");
            assertThat(hall.leader(1)).isEqualTo("user1 60");
            hall.bid(2, 2, "50");
            hall.bid(2, 2, "2");
            assertThat(hall.yes(hall.post(2, hall.now), "yes")).isEmpty();
            hall.bid(2, 2, "90");
            hall.bid(2, 2, "0.1");
            assertThat(hall.yes(hall.post(2, hall.now), "yes")).isEmpty();
        }

        @Test
        void keepsWaitingWhenTheMoneyForItIsMissing() {
            hall.fund(3, "10");
            hall.bid(3, 1, "50");
            assertThat(reason(hall.yes(hall.post(3, hall.now), "yes").orElseThrow()))
                    .isEqualTo(Reason.NEEDS_FUNDS);
            hall.fund(3, "60");
            assertThat(hall.yes(hall.post(3, hall.now), "yes")).containsInstanceOf(Verdict.Accepted.class);
        }

        @Test
        void cannotBeConfirmedBySomebodyElse() {
            hall.bid(1, 1, "50");
            assertThat(hall.yes(hall.post(2, hall.now), "yes")).isEmpty();
            assertThat(hall.lot(1).lead().pending()).containsKey(account(1).id());
        }
    }
}
