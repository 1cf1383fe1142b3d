package com.sothebais.agent.internal;

import static com.sothebais.agent.internal.Script.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.agent.internal.Cue.Urgency;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Moment.Kind;
import com.sothebais.api.event.CorrelationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeechQueueTest {
    private final SpeechQueue queue = new SpeechQueue();

    @Test
    void givesTheMostUrgentFirstAndTheOlderAmongEquals() {
        queue.offer(cue(Kind.SMALL_TALK, Urgency.LOW, "", 60));
        queue.offer(cue(Kind.WELCOME, Urgency.HIGH, "", 60));
        queue.offer(cue(Kind.THANKS, Urgency.HIGH, "", 60));
        assertThat(kinds()).containsExactly(Kind.WELCOME, Kind.THANKS, Kind.SMALL_TALK);
    }

    @Test
    void dropsAStaleLine() {
        queue.offer(cue(Kind.NEW_LEADER, Urgency.NORMAL, "leader", 8));
        assertThat(queue.poll(START.plusSeconds(8))).isEmpty();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void keepsOnlyTheNewestOfAGroup() {
        queue.offer(cue(Kind.NEW_LEADER, Urgency.NORMAL, "leader", 8));
        Cue newest = cue(Kind.NEW_LEADER, Urgency.NORMAL, "leader", 9);
        queue.offer(newest);
        assertThat(queue.waiting()).containsExactly(newest);
    }

    @Test
    void soldBeatsEverythingThatWasAboutTheBidding() {
        queue.offer(cue(Kind.NEW_LEADER, Urgency.NORMAL, "leader", 60));
        queue.offer(cue(Kind.COUNTDOWN, Urgency.HIGH, "time", 60));
        queue.offer(cue(Kind.WELCOME, Urgency.HIGH, "", 60));
        queue.offer(cue(Kind.SOLD, Urgency.URGENT, "", 60));
        assertThat(queue.hasUrgent()).isTrue();
        assertThat(kinds()).containsExactly(Kind.SOLD, Kind.WELCOME);
    }

    @Test
    void knowsThatALineAlreadyTakenIsOvertaken() {
        Cue taken = cue(Kind.NEW_LEADER, Urgency.NORMAL, "leader", 60);
        assertThat(queue.overtook(taken)).isFalse();
        queue.offer(cue(Kind.SOLD, Urgency.URGENT, "", 60));
        assertThat(queue.overtook(taken)).isTrue();
    }

    @Test
    void waitsForACueWhoseTimeHasNotCome() {
        queue.offer(new Cue(
                new Moment(Kind.THANKS, Map.of(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Urgency.LOW,
                "",
                new Cue.Window(START.plusSeconds(6), START.plusSeconds(60)),
                Optional.empty(),
                new Cue.Origin(new CorrelationId("test"), Optional.empty())));
        assertThat(queue.poll(START.plusSeconds(5))).isEmpty();
        assertThat(queue.poll(START.plusSeconds(6))).isPresent();
    }

    @Test
    void staysBoundedAndLetsTheLeastUrgentGo() {
        queue.offer(cue(Kind.WELCOME, Urgency.HIGH, "", 60));
        for (int i = 0; i < 100; i++) {
            queue.offer(cue(Kind.SMALL_TALK, Urgency.LOW, "", 60));
        }
        queue.offer(cue(Kind.SETTLED, Urgency.NORMAL, "", 60));
        assertThat(queue.waiting()).hasSize(SpeechQueue.CUES_MAX);
        assertThat(queue.waiting()).extracting(cue -> cue.moment().kind()).contains(Kind.WELCOME, Kind.SETTLED);
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Optional<Cue> next = queue.poll(START); next.isPresent(); next = queue.poll(START)) {
            kinds.add(next.get().moment().kind());
        }
        return kinds;
    }

    private static Cue cue(Kind kind, Urgency urgency, String group, int seconds) {
        return new Cue(
                new Moment(kind, Map.of(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                urgency,
                group,
                new Cue.Window(START, START.plusSeconds(seconds)),
                Optional.empty(),
                new Cue.Origin(new CorrelationId("test"), Optional.empty()));
    }
}
