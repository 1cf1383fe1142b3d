package com.sothebais.auction.rules;

import static com.sothebais.auction.rules.Hall.LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.social.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Viewers are 8 seconds behind, the grace is 5 seconds, the lot ends 55 minutes after LIVE began. */
class ClosingTest {
    private static final Instant END = LIVE.plus(Duration.ofMinutes(55));
    private final Hall hall = new Hall();

    @BeforeEach
    void live() {
        hall.rules = hall.rules.withViewerDelay(Duration.ofSeconds(8));
        hall.fund(1, "100");
        hall.fund(2, "100");
        hall.live();
    }

    private void arrive(double afterEnd) {
        hall.at(Duration.between(LIVE, END).plusMillis((long) (afterEnd * 1000)));
    }

    private Post made(int bidder, double afterEnd) {
        return hall.post(bidder, END.plusMillis((long) (afterEnd * 1000)));
    }

    @Test
    void aPostMadeBeforeTheViewersZeroCounts() {
        arrive(9);
        assertThat(hall.bid(made(1, 7.999), 1, "2")).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void aPostMadeAtTheViewersZeroDoesNot() {
        arrive(9);
        assertThat(Hall.reason(hall.bid(made(1, 8), 1, "2"))).isEqualTo(Reason.AUCTION_CLOSED);
    }

    @Test
    void thePostMustArriveBeforeZeroAndGraceAreOver() {
        arrive(12.999);
        assertThat(hall.bid(made(1, 7), 1, "2")).isInstanceOf(Verdict.Accepted.class);
        hall.at(Duration.ofMinutes(100));
        Hall other = new Hall();
        other.rules = hall.rules;
        other.fund(1, "100");
        other.live();
        other.at(Duration.ofMinutes(55).plusSeconds(13));
        assertThat(Hall.reason(other.bid(other.post(1, END.plusSeconds(7)), 1, "2")))
                .isEqualTo(Reason.AUCTION_CLOSED);
    }

    @Test
    void theExtensionIsCountedInViewersTime() {
        // Seen 2 s before zero: the end is 15 s after what was seen.
        arrive(6);
        hall.bid(made(1, 6), 1, "2");
        assertThat(hall.lot(1).clock().ends()).isEqualTo(END.plusSeconds(13));
    }

    @Test
    void aBidOutsideTheWindowOfTheViewersDoesNotExtend() {
        // By our clock 5 s are left, on the stream 13.
        arrive(-5);
        hall.bid(made(1, -5), 1, "2");
        assertThat(hall.lot(1).clock().ends()).isEqualTo(END);
    }

    @Test
    void anExtensionNeverMovesTheEndBackAndStopsAtTheHardStop() {
        hall.rules = hall.rules;
        for (int i = 0; i < 8; i++) {
            Instant before = hall.lot(1).clock().ends();
            hall.at(Duration.between(LIVE, before.plusSeconds(7)));
            hall.bid(1 + i % 2, 1, "" + (2 + i));
            assertThat(hall.lot(1).clock().ends()).isAfterOrEqualTo(before);
        }
        assertThat(hall.lot(1).clock().extensions()).isEqualTo(3);
        assertThat(hall.lot(1).clock().ends()).isBeforeOrEqualTo(END.plusSeconds(60));
    }

    @Test
    void aRefusedBidNeverExtends() {
        arrive(6);
        hall.bid(made(1, 6), 1, "0.5");
        assertThat(hall.lot(1).clock().ends()).isEqualTo(END);
    }

    @Test
    void anExtensionByHandMovesTheHardStopAndIsNotCounted() {
        hall.override(1, new LotOverride.Extend(Duration.ofMinutes(5)));
        assertThat(hall.lot(1).clock().ends()).isEqualTo(END.plusSeconds(300));
        assertThat(hall.lot(1).clock().extensions()).isZero();
        assertThat(hall.lot(1).clock().end().limit()).isEqualTo(END.plusSeconds(360));
    }

    @Test
    void theRuleFitsOnTheScreen() {
        assertThat(hall.rules.closingRule()).isEqualTo("Bids posted before zero count if they reach us within 5 s.");
        Rules none = new Rules(
                hall.rules.startPrice(),
                hall.rules.reserve(),
                hall.rules.increment(),
                Extension.NONE,
                10,
                Duration.ZERO);
        assertThat(none.closingRule()).isEqualTo("Bids count if they reach us before zero.");
    }

    @Test
    void whatWaitsTogetherIsJudgedInTheNetworksOrder() {
        Post late = made(1, -10);
        Post early = made(2, -11);
        Post equal = made(1, -11);
        assertThat(Priority.together(List.of(late, early, equal), post -> post, Post::at, END))
                .containsExactly(early, equal, late);
    }

    @Test
    void nothingThatArrivedAfterAMoveOfTheClockIsJudgedBeforeIt() {
        Post before = made(1, -1);
        Post after = made(2, -2);
        assertThat(Priority.together(
                        List.of(before, after), post -> post, post -> post == before ? END.minusMillis(1) : END, END))
                .containsExactly(before);
    }
}
