package com.sothebais.agent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.agent.internal.Cue.Urgency;
import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Moment.Kind;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.agent.Speech.MouthCue;
import com.sothebais.api.agent.Voice;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.stream.Utterance;
import com.sothebais.contract.MemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    private static final Duration LINE = Duration.ofMillis(1_500);

    private final TestCast cast = new TestCast();
    private final TestStudio studio = new TestStudio(LINE);
    private final Patience patience = new Patience();
    private final SpeechQueue queue = new SpeechQueue();
    private final MemoryEventLog log = new MemoryEventLog();
    private final Speaker speaker = new Speaker(
            new Speaker.Desk(queue, new Wordsmith(cast, patience), cast, patience), log, InstantSource.system());
    private Optional<LoopThread> thread = Optional.empty();

    @BeforeEach
    void setUp() {
        cast.studio = studio;
        cast.voice = new TestVoice();
        cast.brain = moment -> Optional.of(new Line(moment.kind() + "{x}", Mood.AMUSED));
    }

    @AfterEach
    void stop() {
        thread.ifPresent(LoopThread::close);
        patience.close();
    }

    @Test
    void saysALineWithSoundAndWritesItDown() throws InterruptedException {
        queue.offer(cue(Kind.WELCOME, Urgency.HIGH));
        speaker.step();
        Utterance line = studio.lines().get(0);
        assertThat(line.speaker()).isEqualTo("Tester");
        assertThat(line.text()).isEqualTo("WELCOME!");
        assertThat(line.speech()).isPresent();
        Recorded recorded = log.read(0, 10).get(0);
        assertThat(recorded.event()).isEqualTo(new LineSpoken("WELCOME!", Mood.AMUSED));
        assertThat(recorded.fact().stream().value()).isEqualTo("host");
        assertThat(recorded.fact().correlation().value()).isEqualTo("sandbox/p1");
        assertThat(speaker.spoken()).isEqualTo(1);
        assertThat(speaker.isSpeaking()).isTrue();
    }

    @Test
    void goesOnWithCaptionsWhenTheVoiceFails() throws InterruptedException {
        cast.voice = new TestVoice() {
            @Override
            public Speech speak(String text, Mood mood) {
                throw new VoiceException("hoarse", null);
            }
        };
        queue.offer(cue(Kind.WELCOME, Urgency.HIGH));
        speaker.step();
        assertThat(studio.lines().get(0).speech()).isEmpty();
        assertThat(speaker.voiceTrouble()).contains("hoarse");
    }

    @Test
    void saysNothingAndRecordsNothingWithoutAStudio() throws InterruptedException {
        cast.studio = null;
        queue.offer(cue(Kind.WELCOME, Urgency.HIGH));
        speaker.step();
        assertThat(log.last()).isZero();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void keepsSpeakingWhenTheLogIsDown() throws InterruptedException {
        log.outage(true);
        queue.offer(cue(Kind.WELCOME, Urgency.HIGH));
        speaker.step();
        assertThat(studio.lines()).hasSize(1);
    }

    @Test
    void countsTheSecondsThatAreLeftWhenItSpeaks() throws InterruptedException {
        cast.brain = moment -> Optional.of(new Line("{seconds} seconds", Mood.SUSPENSE));
        Instant now = Instant.now();
        Cue early = cue(Kind.COUNTDOWN, Urgency.HIGH);
        queue.offer(new Cue(
                new Moment(Kind.COUNTDOWN, Map.of("seconds", "99"), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Urgency.HIGH,
                "time",
                early.window(),
                Optional.of(now.plusSeconds(9)),
                early.origin()));
        speaker.step();
        assertThat(studio.lines().get(0).text()).isIn("9 seconds", "8 seconds");
    }

    @Test
    void waitsForTheEndOfALineBeforeTheNext() throws InterruptedException {
        run();
        queue.offer(cue(Kind.WELCOME, Urgency.HIGH));
        long begun = System.nanoTime();
        await(() -> studio.lines().size() == 1);
        queue.offer(cue(Kind.THANKS, Urgency.LOW));
        await(() -> studio.lines().size() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(LINE);
    }

    @Test
    void letsTheHammerCutOffTheLineOnAir() throws InterruptedException {
        run();
        queue.offer(cue(Kind.NEW_LEADER, Urgency.NORMAL));
        await(() -> studio.lines().size() == 1);
        long begun = System.nanoTime();
        queue.offer(cue(Kind.COUNTDOWN, Urgency.HIGH));
        queue.offer(cue(Kind.SOLD, Urgency.URGENT));
        await(() -> studio.lines().size() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(studio.lines().get(1).text()).isEqualTo("SOLD!");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aLineThatIsBeingMadeWhenEverythingIsClearedIsNotSaid() throws InterruptedException {
        cast.brain = moment -> {
            queue.clear();
            return Optional.of(new Line("too late", Mood.CALM));
        };
        queue.offer(cue(Kind.SOLD, Urgency.URGENT));
        speaker.step();

        assertThat(studio.lines()).isEmpty();
        assertThat(log.last()).isZero();
        assertThat(queue.isEmpty()).isTrue();
    }

    private void run() {
        thread = Optional.of(LoopThread.start("sothebais-test-speech", speaker::step));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static Cue cue(Kind kind, Urgency urgency) {
        Instant now = Instant.now();
        return new Cue(
                new Moment(kind, Map.of("x", "!"), Optional.empty(), Optional.empty()),
                Optional.empty(),
                urgency,
                "",
                new Cue.Window(now, now.plusSeconds(30)),
                Optional.empty(),
                new Cue.Origin(new CorrelationId("sandbox/p1"), Optional.empty()));
    }

    /** A tenth of a second of the same sample. */
    private static class TestVoice implements Voice {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Speech speak(String text, Mood mood) {
            return new Speech(new float[4_800], List.of(new MouthCue(Duration.ofMillis(100), Mouth.CLOSED)));
        }
    }
}
