package com.sothebais.stream.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Cue.State;
import com.sothebais.api.stream.DeskEvent;
import com.sothebais.api.stream.ShowControl.Taken;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.api.stream.Transition.Kind;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Sources;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What of the desk is there again when the process has ended in the middle of a show. */
class DeskRestartTest {
    private static final String ADA = "ada";
    private static final Instant LIVE = ShowFacts.LIVE;
    private static final Instant AGAIN = LIVE.plusSeconds(20);

    private final List<DeskNotes.Note> log = new ArrayList<>();
    private final ShowFacts facts = new ShowFacts().announced();
    private Instant now = LIVE.minusSeconds(100);
    private Desk desk = desk();

    @Nested
    class Takes {
        @Test
        void aBreakTakenByHandIsOnProgramAgain() {
            onAir();
            take(Source.STANDBY);
            restart(AGAIN);

            assertThat(desk.status().program()).isEqualTo(Source.STANDBY);
            Taken taken = desk.status().taken().orElseThrow();
            assertThat(taken.admin()).contains(ADA);
            assertThat(taken.restored()).isTrue();
            assertThat(taken.until()).isEmpty();
            tick(AGAIN.plusSeconds(3_000));
            assertThat(desk.status().program()).as("nothing else was due").isEqualTo(Source.STANDBY);
        }

        @Test
        void aTakeThatCameDueMeanwhileOutdoesWhatWasTakenByHand() {
            onAir();
            take(Source.BARS);
            desk.add(LIVE.plusSeconds(10), "Break", new Cue.Take(Source.STANDBY, Transition.CUT), ADA);
            restart(AGAIN);

            assertThat(desk.status().program()).isEqualTo(Source.STANDBY);
            assertThat(desk.status().taken().orElseThrow().restored()).isFalse();
        }

        @Test
        void aTestPatternComesBackAndGivesWayToTheShowWhenNobodyKeepsIt() {
            onAir();
            facts.paused(ShowFacts.FIRST, LIVE.plusSeconds(5));
            take(Source.BARS);
            restart(AGAIN);

            assertThat(desk.status().program()).isEqualTo(Source.BARS);
            assertThat(desk.status().taken().flatMap(Taken::until)).contains(AGAIN.plus(Desk.BARS_KEPT));
            assertThat(troubles()).singleElement().asString().contains("test pattern", ADA, "restart", "until");
            carryOut();
            tick(AGAIN.plus(Desk.BARS_KEPT).minusMillis(1));
            assertThat(desk.status().program()).isEqualTo(Source.BARS);
            tick(AGAIN.plus(Desk.BARS_KEPT));
            assertThat(desk.status().program()).isEqualTo(Source.SHOW);
            assertThat(troubles()).isEmpty();
            restart(AGAIN.plusSeconds(200));
            assertThat(desk.status().program()).as("not a second time").isEqualTo(Source.SHOW);
        }

        @Test
        void aTestPatternThatSomebodyKeepsStaysButIsTold() {
            onAir();
            facts.paused(ShowFacts.FIRST, LIVE.plusSeconds(5));
            take(Source.BARS);
            restart(AGAIN);
            carryOut();
            desk.keep("tom");
            tick(AGAIN.plusSeconds(600));

            assertThat(desk.status().program()).isEqualTo(Source.BARS);
            assertThat(desk.status().taken().orElseThrow().restored()).isFalse();
            assertThat(troubles()).singleElement().asString().contains("tom");
        }

        @Test
        void aTakeBeforeTheLogIsReadStays() {
            onAir();
            take(Source.BARS);
            carryOut();
            desk = desk();
            now = AGAIN;
            take(Source.STANDBY);
            replay();
            tick(AGAIN);

            assertThat(desk.status().program()).isEqualTo(Source.STANDBY);
        }

        @Test
        void aSourceThatIsGoneIsNotBroughtBack() {
            onAir();
            log.add(new DeskNotes.Note(
                    new DeskEvent.SourceTaken(new Source("gala"), Transition.CUT, Optional.of(ADA)),
                    now,
                    Optional.empty()));
            restart(AGAIN);

            assertThat(desk.status().program()).isEqualTo(Source.SHOW);
        }

        @Test
        void everyTakeIsRecordedWithWhoeverMadeIt() {
            onAir();
            take(Source.BARS);
            carryOut();
            desk.add(LIVE.plusSeconds(5), "Back", new Cue.Take(Source.SHOW, Transition.of(Kind.FADE)), ADA);
            tick(LIVE.plusSeconds(5));

            assertThat(log.stream().map(DeskNotes.Note::event).filter(DeskEvent.SourceTaken.class::isInstance))
                    .containsExactly(
                            new DeskEvent.SourceTaken(Source.BARS, Transition.CUT, Optional.of(ADA)),
                            new DeskEvent.SourceTaken(Source.SHOW, Transition.of(Kind.FADE), Optional.empty()));
        }
    }

    @Nested
    class Rundowns {
        @Test
        void addedCuesAndWhatWasDecidedAboutCuesAreThereAgain() {
            onAir();
            Cue held = desk.add(LIVE.plusSeconds(10), "Bars", new Cue.Take(Source.BARS, Transition.CUT), ADA);
            desk.hold(held.id(), ADA);
            desk.skip("lot-1.last-call", ADA);
            desk.skip("lot-2.stinger", ADA);
            desk.go("lot-2.stinger", ADA);
            Cue later = desk.add(LIVE.plusSeconds(30), "Break", new Cue.Mark(), ADA);
            restart(AGAIN);

            assertThat(state(held.id())).isEqualTo(State.HELD);
            assertThat(state("lot-1.last-call")).isEqualTo(State.SKIPPED);
            assertThat(state("lot-2.stinger")).isEqualTo(State.PENDING);
            assertThat(state(later.id())).isEqualTo(State.NEXT);
            assertThat(desk.add(AGAIN, "More", new Cue.Mark(), ADA).id()).isEqualTo("added-3");
        }

        @Test
        void aHeldRundownStaysHeldAndWhatCameDueSinceWaits() {
            onAir();
            desk.add(LIVE.plusSeconds(2), "Break", new Cue.Take(Source.STANDBY, Transition.CUT), ADA);
            desk.holdAll(true, ADA);
            restart(AGAIN);

            assertThat(desk.rundown().held()).isTrue();
            assertThat(desk.status().program()).isEqualTo(Source.SHOW);
            assertThat(state("day-1.doors")).isEqualTo(State.FIRED);
            assertThat(troubles()).singleElement().asString().contains("1 cue waits", ADA, "held");
            desk.holdAll(false, ADA);
            tick(AGAIN.plusSeconds(1));
            assertThat(desk.status().program()).isEqualTo(Source.STANDBY);
        }

        @Test
        void aLineIsCuedOnceHoweverOftenTheProcessEnds() {
            onAir();
            Cue cue = desk.add(LIVE.plusSeconds(5), "Hello", new Cue.Say("Welcome back.", Mood.CALM), ADA);
            tick(LIVE.plusSeconds(5));
            assertThat(lines())
                    .containsExactly(new DeskEvent.LineCued(cue.id(), "Welcome back.", Mood.CALM, Optional.empty()));
            restart(AGAIN);
            restart(AGAIN.plusSeconds(1));

            assertThat(state(cue.id())).isEqualTo(State.FIRED);
            assertThat(lines()).hasSize(1);
        }

        @Test
        void aLineThatWasDueWhileNothingRanIsNotSaidLate() {
            onAir();
            Cue cue = desk.add(LIVE.plusSeconds(5), "Hello", new Cue.Say("Welcome back.", Mood.CALM), ADA);
            restart(AGAIN);

            assertThat(state(cue.id())).isEqualTo(State.SKIPPED);
            assertThat(lines()).isEmpty();
        }

        private List<DeskEvent> lines() {
            return log.stream()
                    .map(DeskNotes.Note::event)
                    .filter(DeskEvent.LineCued.class::isInstance)
                    .toList();
        }
    }

    @Nested
    class Rehearsals {
        private final Stage rehearsal = ShowFacts.rehearsal().announced().open().stage();

        @Test
        void whatIsDoneInARehearsalIsMarkedAndEndsWithIt() {
            onAir();
            take(Source.STANDBY);
            carryOut();
            rehearse();
            take(Source.BARS);
            carryOut();
            assertThat(last().rehearsal()).isPresent();
            tick(AGAIN);

            assertThat(desk.status().program()).as("as before the rehearsal").isEqualTo(Source.STANDBY);
            assertThat(last().rehearsal()).isEmpty();
            assertThat(last().event())
                    .isEqualTo(new DeskEvent.SourceTaken(Source.STANDBY, Transition.CUT, Optional.empty()));
        }

        @Test
        void aRestartBringsNothingOfARehearsalBack() {
            onAir();
            take(Source.STANDBY);
            carryOut();
            rehearse();
            take(Source.BARS);
            desk.holdAll(true, ADA);
            desk = desk();
            replay();
            rehearse();
            assertThat(desk.rundown().held()).isFalse();
            assertThat(desk.status().program()).as("the rehearsal begins anew").isEqualTo(Source.SHOW);
            carryOut();
            tick(AGAIN);

            assertThat(desk.status().program()).as("what is real").isEqualTo(Source.STANDBY);
        }

        private void rehearse() {
            now = LIVE.plusSeconds(6);
            desk.tick(rehearsal, now);
        }

        private DeskNotes.Note last() {
            return log.get(log.size() - 1);
        }
    }

    private static Desk desk(List<DeskNotes.Note> log, InstantSource clock) {
        return new Desk(Sources.bundled(Size.HD), new Stills(Size.HD, Optional.empty()), log::add, clock);
    }

    private Desk desk() {
        return desk(log, () -> now);
    }

    private void onAir() {
        tick(LIVE.minusSeconds(100));
        facts.open();
        tick(LIVE);
        carryOut();
    }

    private void take(Source source) {
        desk.preview(source);
        desk.take(Transition.CUT, ADA);
    }

    private void restart(Instant at) {
        desk = desk();
        replay();
        tick(at);
    }

    private void replay() {
        long position = 0;
        for (DeskNotes.Note note : List.copyOf(log)) {
            position++;
            desk.recall(new Recorded(
                    position,
                    new EventId(UUID.randomUUID()),
                    position,
                    new NewEvent(
                            new StreamId(note.rehearsal()
                                    .map(campaign -> "desk/" + campaign)
                                    .orElse("desk")),
                            note.event(),
                            "stream",
                            note.at(),
                            new CorrelationId("desk/" + position),
                            Optional.empty())));
        }
    }

    private void tick(Instant at) {
        now = at;
        desk.tick(facts.stage(), at);
    }

    /** The next frame begins with what waits. */
    private void carryOut() {
        desk.next(new Moment(facts.stage(), null, now, 0)).ifPresent(desk::began);
    }

    private List<String> troubles() {
        return desk.troubles(facts.stage(), now);
    }

    private State state(String id) {
        return desk.rundown().cues().stream()
                .filter(cue -> cue.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void withoutAnythingInTheLogTheShowIsOnProgram() {
        desk.tick(Stage.EMPTY, now);

        assertThat(desk.status().program()).isEqualTo(Source.SHOW);
        assertThat(desk.status().taken()).isEmpty();
    }
}
