package com.sothebais.event.internal.dispatch;

import static com.sothebais.event.internal.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventSubscriber.Kind;
import com.sothebais.api.event.ReaderEvent.DeadLetterResolved;
import com.sothebais.api.event.ReaderEvent.ReplayOrdered;
import com.sothebais.api.event.ReaderEvent.Resolution;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.Replays.Replay;
import com.sothebais.api.event.Replays.Selection;
import com.sothebais.api.event.Replays.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettersAndReplaysTest extends FollowersHarness {
    private static final Decree DECREE = new Decree("root", "the text was damaged");

    @Test
    void anEditedDeadLetterIsTakenAsItWasWrittenAndTheLogKeepsTheFact() {
        Recorder reactor = recorder(Kind.REACTOR);
        reactor.failing.add("broken");
        follow(reactor);
        Recorded fact = say("a", "broken", "next").get(0);
        until(() -> letterOf(reactor).isPresent());

        assertThat(letters.edit(reactor.name(), fact.position(), "{\"text\":\"mended\",\"mood\":\"CALM\"}", DECREE))
                .isTrue();

        until(() -> reactor.taken.equals(List.of("mended", "next")));
        assertThat(letterOf(reactor)).isEmpty();
        assertThat(audited(reactor)).singleElement().satisfies(event -> {
            DeadLetterResolved act = (DeadLetterResolved) event;
            assertThat(act.resolution()).isEqualTo(Resolution.EDITED);
            assertThat(act.decree()).isEqualTo(DECREE);
            assertThat(act.payload())
                    .hasValueSatisfying(text -> assertThat(text).contains("mended"));
        });
    }

    @Test
    void anEditThatIsNoSuchFactIsRefusedAndChangesNothing() {
        Recorder reactor = recorder(Kind.REACTOR);
        reactor.failing.add("broken");
        follow(reactor);
        Recorded fact = say("a", "broken").get(0);
        until(() -> letterOf(reactor).isPresent());

        assertThatThrownBy(() -> letters.edit(reactor.name(), fact.position(), "{\"text\":7}", DECREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text");
        assertThatThrownBy(() -> letters.edit(reactor.name(), fact.position(), "no JSON", DECREE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(letterOf(reactor)).isPresent();
        assertThat(audited(reactor)).isEmpty();
    }

    @Test
    void aReplayGivesTheFactsOfARangeOnceMoreAndIsAudited() {
        Recorder reactor = follow(recorder(Kind.REACTOR));
        List<Recorded> said = say("a", "one", "two", "three");
        until(() -> reactor.taken.size() == 3);

        Selection two =
                new Selection.Positions(said.get(1).position(), said.get(2).position());
        Replay started = replays.start(reactor.name(), two, false, DECREE);

        until(() -> state(started).status() == Status.DONE);
        assertThat(reactor.taken).containsExactly("one", "two", "three", "two", "three");
        assertThat(state(started).taken()).isEqualTo(2);
        assertThat(audited(reactor))
                .containsExactly(new ReplayOrdered(
                        reactor.name(), said.get(1).position(), said.get(2).position(), false, DECREE));
        assertThat(reactor.threads).containsOnly("sothebais-reader-" + reactor.name());
    }

    @Test
    void aReplayOfOneFactIsFoundByItsId() {
        Recorder reactor = follow(recorder(Kind.REACTOR));
        List<Recorded> said = say("a", "one", "two");
        until(() -> reactor.taken.size() == 2);

        replays.start(reactor.name(), new Selection.One(said.get(0).id()), false, DECREE);

        until(() -> reactor.taken.equals(List.of("one", "two", "one")));
    }

    @Test
    void aReplayStopsAtTheFactThatIsNotTaken() {
        Recorder reactor = follow(recorder(Kind.REACTOR));
        List<Recorded> said = say("a", "one", "two", "three");
        until(() -> reactor.taken.size() == 3);
        reactor.failing.add("two");

        Selection all =
                new Selection.Positions(said.get(0).position(), said.get(2).position());
        Replay started = replays.start(reactor.name(), all, false, DECREE);

        until(() -> state(started).status() == Status.FAILED);
        assertThat(state(started).trouble())
                .hasValueSatisfying(text -> assertThat(text).contains("cannot take two"));
        assertThat(reactor.taken).containsExactly("one", "two", "three", "one");
    }

    @Test
    void theShadowOfAViewTakesTheFactsAndTheViewDoesNot() {
        Recorder view = recorder(Kind.VIEW);
        view.shadowed = true;
        follow(view);
        List<Recorded> said = say("a", "one", "two");
        until(() -> view.taken.size() == 2);

        Selection all =
                new Selection.Positions(said.get(0).position(), said.get(1).position());
        Replay started = replays.start(view.name(), all, true, DECREE);

        until(() -> state(started).result().isPresent());
        assertThat(state(started).result()).contains("one two");
        assertThat(view.taken).containsExactly("one", "two");
    }

    @Test
    void whatCannotBeReplayedIsRefusedWithItsReason() {
        Recorder view = follow(recorder(Kind.VIEW));
        Recorded fact = say("a", "one").get(0);
        until(() -> view.taken.size() == 1);
        Selection one = new Selection.One(fact.id());

        assertThatThrownBy(() -> replays.start(view.name(), one, false, DECREE)).hasMessageContaining("shadow");
        assertThatThrownBy(() -> replays.start(view.name(), one, true, DECREE)).hasMessageContaining("no shadow");
        assertThatThrownBy(() -> replays.start("nobody", one, false, DECREE)).hasMessageContaining("nobody");
        assertThat(replays.replays()).isEmpty();
    }

    private Replay state(Replay started) {
        return replays.replays().stream()
                .filter(replay -> replay.number() == started.number())
                .findFirst()
                .orElseThrow();
    }
}
