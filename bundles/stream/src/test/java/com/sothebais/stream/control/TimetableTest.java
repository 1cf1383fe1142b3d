package com.sothebais.stream.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.testing.ShowFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final Instant LIVE = ShowFacts.LIVE;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ShowFacts facts = new ShowFacts().announced();

    @Test
    void withoutASessionThereIsNothing() {
        assertThat(Timetable.of(Stage.EMPTY, LIVE)).isEmpty();
    }

    @Test
    void aPlannedSessionHasItsCuesInOrder() {
        assertThat(Timetable.of(facts.stage(), LIVE.minusSeconds(100)))
                .extracting(Planned::id)
                .containsExactly(
                        "day-1.doors",
                        "day-1.live",
                        "lot-1.opens",
                        "lot-1.last-call",
                        "lot-1.closes",
                        "lot-2.stinger",
                        "lot-2.opens",
                        "lot-2.last-call",
                        "lot-2.closes",
                        "day-1.post",
                        "day-1.standby")
                .doesNotHaveDuplicates();
        Map<String, Instant> times = at(LIVE.minusSeconds(100));
        assertThat(times.get("day-1.doors")).isEqualTo(ShowFacts.PRE);
        assertThat(times.get("lot-1.last-call")).isEqualTo(LIVE.plusSeconds(15));
        assertThat(times.get("lot-1.closes")).isEqualTo(LIVE.plusSeconds(50));
        assertThat(times.get("lot-2.opens")).isEqualTo(LIVE.plusSeconds(51));
    }

    @Test
    void anExtensionMovesThisLotAndEverythingBehindIt() {
        facts.open();
        Map<String, Instant> before = at(LIVE.plusSeconds(40));
        facts.extended(ShowFacts.FIRST, LIVE.plusSeconds(45), LIVE.plusSeconds(60), LIVE.plusSeconds(40));
        Map<String, Instant> after = at(LIVE.plusSeconds(40));

        Duration moved = Duration.ofSeconds(15);
        for (String cue : List.of(
                "lot-1.last-call",
                "lot-1.closes",
                "lot-2.stinger",
                "lot-2.opens",
                "lot-2.last-call",
                "lot-2.closes",
                "day-1.standby")) {
            assertThat(after.get(cue)).as(cue).isEqualTo(before.get(cue).plus(moved));
        }
        for (String cue : List.of("day-1.doors", "day-1.live", "lot-1.opens")) {
            assertThat(after.get(cue)).as(cue).isEqualTo(before.get(cue));
        }
    }

    @Test
    void aPausedLotMovesItsCuesWithTheTimeUntilItRunsAgain() {
        facts.open().paused(ShowFacts.FIRST, LIVE.plusSeconds(20));
        Instant later = LIVE.plusSeconds(80);

        assertThat(Timetable.moves(facts.stage())).isTrue();
        assertThat(at(later).get("lot-1.closes"))
                .isEqualTo(LIVE.plusSeconds(45 + 60).plus(GRACE));
        facts.fact(new AuctionResumed(ShowFacts.FIRST, LIVE.plusSeconds(105)), later);
        assertThat(Timetable.moves(facts.stage())).isFalse();
        assertThat(at(later.plusSeconds(3)).get("lot-1.closes"))
                .isEqualTo(LIVE.plusSeconds(105).plus(GRACE));
        assertThat(at(later).get("lot-2.opens")).isEqualTo(LIVE.plusSeconds(111));
    }

    @Test
    void aLotThatIsClosedEarlyLeavesTheNextWhereItWasPlanned() {
        facts.open().returned(ShowFacts.FIRST, Outcome.Cause.CANCELLED, LIVE.plusSeconds(10));
        Map<String, Instant> times = at(LIVE.plusSeconds(11));

        assertThat(times.get("lot-1.closes")).isEqualTo(LIVE.plusSeconds(10));
        assertThat(times.get("lot-2.opens")).isEqualTo(LIVE.plusSeconds(51));
        assertThat(times.get("lot-2.stinger"))
                .as("where the result has been shown")
                .isEqualTo(LIVE.plusSeconds(18).minusMillis(700));
    }

    @Test
    void aLotThatClosesLateMovesTheNextByAsMuch() {
        facts.open().sold(ShowFacts.FIRST, "lena", "2.5", LIVE.plusSeconds(70));

        assertThat(at(LIVE.plusSeconds(71)).get("lot-2.opens")).isEqualTo(LIVE.plusSeconds(76));
    }

    @Test
    void theStingerCoversTheInstantAtWhichThePictureGoesToTheNextLot() {
        facts.open().sold(ShowFacts.FIRST, "lena", "2.5", LIVE.plusSeconds(50));
        Planned stinger = Timetable.of(facts.stage(), LIVE.plusSeconds(50)).stream()
                .filter(cue -> cue.action() instanceof Cue.Sting)
                .findFirst()
                .orElseThrow();

        assertThat(stinger.id()).isEqualTo("lot-2.stinger");
        assertThat(stinger.at()
                        .plus(((Cue.Sting) stinger.action())
                                .transition()
                                .length()
                                .dividedBy(2)))
                .as("before the result was shown for eight seconds the next lot opens")
                .isEqualTo(LIVE.plusSeconds(51));
    }

    @Test
    void afterTheSessionComesStandbyAndItIsStillThereWhenTheSessionHasEnded() {
        facts.open();
        over();

        assertThat(Timetable.of(facts.stage(), LIVE.plusSeconds(200)))
                .last()
                .isEqualTo(new Planned(
                        "day-1.standby",
                        "Standby",
                        LIVE.plusSeconds(121),
                        new Cue.Take(Source.STANDBY, new Transition(Transition.Kind.FADE, Duration.ofSeconds(1)))));
    }

    private void over() {
        facts.sold(ShowFacts.FIRST, "lena", "2.5", LIVE.plusSeconds(50))
                .opened(ShowFacts.SECOND, LIVE.plusSeconds(51))
                .sold(ShowFacts.SECOND, "lena", "2.5", LIVE.plusSeconds(101))
                .moved(SessionPhase.LIVE, SessionPhase.POST, LIVE.plusSeconds(101))
                .moved(SessionPhase.POST, SessionPhase.ENDED, LIVE.plusSeconds(121));
    }

    private Map<String, Instant> at(Instant now) {
        return Timetable.of(facts.stage(), now).stream().collect(Collectors.toMap(Planned::id, Planned::at));
    }
}
