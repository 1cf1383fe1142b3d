package com.sothebais.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Cue.State;
import com.sothebais.api.stream.Rundown;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException;
import com.sothebais.api.stream.ShowControl.ControlException.Obstacle;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.api.stream.Transition.Kind;
import com.sothebais.stream.control.ProgramBus.Change;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final Instant LIVE = ShowFacts.LIVE;
    private static final String ADA = "ada";
    private static final Cue.Action BARS = new Cue.Take(Source.BARS, Transition.CUT);

    private final ShowFacts facts = new ShowFacts().announced();
    private final List<DeskNotes.Note> noted = new ArrayList<>();
    private Instant now = LIVE.minusSeconds(100);
    private final Desk desk =
            new Desk(Sources.bundled(Size.HD), new Stills(Size.HD, Optional.empty()), noted::add, () -> now);

    @Nested
    class ByHand {
        @Test
        void theShowIsOnProgramAndStandbyOnPreviewAtFirst() {
            ShowControl.Status status = desk.status();

            assertThat(status.program()).isEqualTo(Source.SHOW);
            assertThat(status.preview()).isEqualTo(Source.STANDBY);
            assertThat(status.running()).isEmpty();
            assertThat(status.sources())
                    .containsExactly(Source.SHOW, Source.BARS, new Source("default"), Source.STANDBY);
        }

        @Test
        void aTakeExchangesProgramAndPreview() {
            desk.preview(Source.BARS);
            ShowControl.Status status = desk.take(Transition.of(Kind.FADE), ADA);

            assertThat(status.program()).isEqualTo(Source.BARS);
            assertThat(status.preview()).isEqualTo(Source.SHOW);
            assertThat(change().orElseThrow().source()).isEqualTo(Source.BARS);
        }

        @Test
        void aSecondTakeHasToWaitUnlessItIsACut() {
            desk.take(Transition.of(Kind.FADE), ADA);
            refused(Obstacle.CONFLICT, () -> desk.take(Transition.of(Kind.WIPE), ADA));
            desk.take(Transition.CUT, ADA);

            assertThat(change().orElseThrow().source()).isEqualTo(Source.SHOW);
        }

        @Test
        void anUnknownSourceIsRefusedWithThoseThereAre() {
            assertThatThrownBy(() -> desk.preview(new Source("gala")))
                    .isInstanceOf(ControlException.class)
                    .hasMessageContaining("gala")
                    .hasMessageContaining("standby");
        }
    }

    @Nested
    class Rundowns {
        @Test
        void nothingHappensBeforeItsInstantAndEverythingAtIt() {
            tick(facts.stage(), LIVE.minusSeconds(100));
            assertThat(state("day-1.doors")).isEqualTo(State.NEXT);
            tick(facts.stage(), ShowFacts.PRE.minusMillis(1));
            assertThat(state("day-1.doors")).isEqualTo(State.NEXT);
            tick(facts.stage(), ShowFacts.PRE);

            assertThat(state("day-1.doors")).isEqualTo(State.FIRED);
            assertThat(cue("day-1.doors").times().fired()).contains(ShowFacts.PRE);
            assertThat(state("day-1.live")).isEqualTo(State.NEXT);
            assertThat(change()).as("the show is on program already").isEmpty();
        }

        @Test
        void theNextLotComesUnderAStingerWhileTheShowIsOnProgram() {
            sold();
            Instant stinger = cue("lot-2.stinger").at();
            tick(facts.stage(), stinger);

            Change change = change().orElseThrow();
            assertThat(change.source()).isEqualTo(Source.SHOW);
            assertThat(change.transition().kind()).isEqualTo(Kind.STINGER);
            assertThat(state("lot-2.stinger")).isEqualTo(State.FIRED);
        }

        @Test
        void underAnotherSourceTheStingerIsLeftOut() {
            sold();
            desk.take(Transition.CUT, ADA);
            change();
            tick(facts.stage(), cue("lot-2.stinger").at());

            assertThat(change()).isEmpty();
            assertThat(state("lot-2.stinger")).isEqualTo(State.SKIPPED);
        }

        @Test
        void afterTheSessionStandbyIsFadedIn() {
            ended();
            tick(facts.stage(), LIVE.plusSeconds(110));
            assertThat(desk.status().program()).isEqualTo(Source.SHOW);
            tick(facts.stage(), LIVE.plusSeconds(121));

            assertThat(desk.status().program()).isEqualTo(Source.STANDBY);
            assertThat(change().orElseThrow().transition().kind()).isEqualTo(Kind.FADE);
        }

        @Test
        void whoStartsAfterTheEndHasStandbyOnProgramAtOnce() {
            ended();
            tick(facts.stage(), LIVE.plusSeconds(500));

            assertThat(change().orElseThrow().transition()).isEqualTo(Transition.CUT);
            assertThat(desk.status().program()).isEqualTo(Source.STANDBY);
            assertThat(desk.rundown().cues()).allMatch(cue -> cue.state() == State.FIRED);
        }

        @Test
        void anExtensionWakesALastCallThatHasHappened() {
            facts.open();
            tick(facts.stage(), LIVE);
            tick(facts.stage(), LIVE.plusSeconds(15));
            assertThat(state("lot-1.last-call")).isEqualTo(State.FIRED);
            facts.extended(ShowFacts.FIRST, LIVE.plusSeconds(45), LIVE.plusSeconds(90), LIVE.plusSeconds(40));
            tick(facts.stage(), LIVE.plusSeconds(40));

            assertThat(state("lot-1.last-call")).isEqualTo(State.NEXT);
            assertThat(cue("lot-1.last-call").at()).isEqualTo(LIVE.plusSeconds(60));
            tick(facts.stage(), LIVE.plusSeconds(60));
            assertThat(state("lot-1.last-call")).isEqualTo(State.FIRED);
        }

        @Test
        void aSkippedCueDoesNotHappenAndAHeldOneHappensWhenItMayGoOn() {
            tick(facts.stage(), LIVE.minusSeconds(100));
            desk.skip("day-1.live", ADA);
            Cue held = desk.add(LIVE, "bars", BARS, ADA);
            desk.hold(held.id(), ADA);
            tick(facts.stage(), LIVE.plusSeconds(1));

            assertThat(state("day-1.live")).isEqualTo(State.SKIPPED);
            assertThat(state(held.id())).isEqualTo(State.HELD);
            assertThat(change()).isEmpty();
            desk.go(held.id(), ADA);
            tick(facts.stage(), LIVE.plusSeconds(2));
            assertThat(change().orElseThrow().source()).isEqualTo(Source.BARS);
            refused(Obstacle.CONFLICT, () -> desk.skip(held.id(), ADA));
        }

        @Test
        void whileTheRundownIsHeldNothingHappensAndThenTheLastTakeDoes() {
            tick(facts.stage(), LIVE.minusSeconds(100));
            Cue first = desk.add(LIVE.minusSeconds(90), "bars", BARS, ADA);
            Cue second = desk.add(
                    LIVE.minusSeconds(80), "break", new Cue.Take(Source.STANDBY, Transition.of(Kind.FADE)), ADA);
            assertThat(desk.holdAll(true, ADA).held()).isTrue();
            tick(facts.stage(), LIVE.minusSeconds(70));
            assertThat(change()).isEmpty();
            desk.holdAll(false, ADA);
            tick(facts.stage(), LIVE.minusSeconds(70));

            assertThat(state(first.id())).isEqualTo(State.SKIPPED);
            assertThat(state(second.id())).isEqualTo(State.FIRED);
            assertThat(desk.status().program()).isEqualTo(Source.STANDBY);
        }

        @Test
        void aCueThatIsFiredByHandHappensNowAndNotAgain() {
            tick(facts.stage(), LIVE.minusSeconds(100));
            Cue cue = desk.add(LIVE, "smile", new Cue.Feel(Mood.AMUSED), ADA);
            assertThat(desk.fire(cue.id(), ADA).state()).isEqualTo(State.FIRED);

            assertThat(desk.tick(facts.stage(), LIVE.minusSeconds(99))).contains(Mood.AMUSED);
            assertThat(desk.tick(facts.stage(), LIVE.plusSeconds(1))).isEmpty();
        }

        @Test
        void whatWasSaidOfASessionIsStillKnownWhenAnotherHasBeenOnStage() {
            tick(facts.stage(), LIVE.minusSeconds(100));
            desk.skip("day-1.doors", ADA);
            tick(Stage.EMPTY, LIVE.minusSeconds(90));
            assertThat(desk.rundown().cues()).isEmpty();
            tick(facts.stage(), LIVE.minusSeconds(80));

            assertThat(state("day-1.doors")).isEqualTo(State.SKIPPED);
        }

        @Test
        void aTakeWaitsForTheTransitionThatRuns() {
            tick(facts.stage(), LIVE.minusSeconds(100));
            Cue cue = desk.add(LIVE.minusSeconds(50), "bars", BARS, ADA);
            desk.runs(Optional.of(new ShowControl.Running(Kind.FADE, 3, 20)));
            tick(facts.stage(), LIVE.minusSeconds(50));
            assertThat(state(cue.id())).isEqualTo(State.NEXT);
            desk.runs(Optional.empty());
            tick(facts.stage(), LIVE.minusSeconds(49));

            assertThat(state(cue.id())).isEqualTo(State.FIRED);
        }

        @Test
        void cuesAreAddedForTheNextSevenDaysOnlyAndOnlySoMany() {
            tick(facts.stage(), LIVE.minusSeconds(100));
            refused(Obstacle.CONFLICT, () -> desk.add(now.minusSeconds(60), "late", BARS, ADA));
            refused(Obstacle.CONFLICT, () -> desk.add(now.plus(Duration.ofDays(8)), "far", BARS, ADA));
            refused(
                    Obstacle.UNKNOWN,
                    () -> desk.add(now, "what", new Cue.Take(new Source("gala"), Transition.CUT), ADA));
            for (int i = 0; i < Rundown.ADDED_MAX; i++) {
                desk.add(LIVE.plusSeconds(i), "mark", new Cue.Mark(), ADA);
            }
            refused(Obstacle.CONFLICT, () -> desk.add(LIVE, "one more", new Cue.Mark(), ADA));
            desk.skip("added-7", ADA);
            assertThat(desk.add(LIVE, "one more", new Cue.Mark(), ADA).id()).isEqualTo("added-51");
            refused(Obstacle.UNKNOWN, () -> desk.fire("added-7", ADA));
        }

        private void sold() {
            facts.open();
            tick(facts.stage(), LIVE);
            facts.sold(ShowFacts.FIRST, "lena", "2.5", LIVE.plusSeconds(50));
            tick(facts.stage(), LIVE.plusSeconds(50));
            change();
        }

        private void ended() {
            facts.open();
            facts.sold(ShowFacts.FIRST, "lena", "2.5", LIVE.plusSeconds(50))
                    .opened(ShowFacts.SECOND, LIVE.plusSeconds(51))
                    .sold(ShowFacts.SECOND, "lena", "2.5", LIVE.plusSeconds(101))
                    .moved(SessionPhase.LIVE, SessionPhase.POST, LIVE.plusSeconds(101));
        }
    }

    private void tick(Stage stage, Instant at) {
        now = at;
        desk.tick(stage, at);
    }

    /** What the next frame begins with; it is done then. */
    private Optional<Change> change() {
        Optional<Change> change = desk.next(new Moment(facts.stage(), null, now, 0));
        change.ifPresent(desk::began);
        return change;
    }

    private State state(String id) {
        return cue(id).state();
    }

    private Cue cue(String id) {
        return desk.rundown().cues().stream()
                .filter(cue -> cue.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Obstacle obstacle, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ControlException.class, refused -> assertThat(refused.obstacle())
                        .isEqualTo(obstacle));
    }
}
