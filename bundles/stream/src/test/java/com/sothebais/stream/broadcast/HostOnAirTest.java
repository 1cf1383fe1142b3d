package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.agent.Speech.MouthCue;
import com.sothebais.api.stream.Utterance;
import com.sothebais.stream.sound.Mixer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostOnAirTest {
    private static final int SAMPLES_A_MILLI = Speech.SAMPLE_RATE_HZ / 1_000;

    private final HostOnAir host = new HostOnAir(new Mixer(-26));

    private static MouthCue until(int millis, Mouth mouth) {
        return new MouthCue(Duration.ofMillis(millis), mouth);
    }

    /** "Ma, so" with a rest of 200 ms between the words. */
    private static Utterance spoken() {
        Speech speech = new Speech(
                new float[800 * SAMPLES_A_MILLI],
                List.of(
                        until(100, Mouth.CLOSED),
                        until(300, Mouth.OPEN),
                        until(500, Mouth.CLOSED),
                        until(600, Mouth.TEETH),
                        until(750, Mouth.ROUND),
                        until(800, Mouth.CLOSED)));
        return new Utterance("Otto", "Ma, so", Mood.AMUSED, Optional.of(speech));
    }

    private Mouth mouth(long start, int millis) {
        return host.pose(start + (long) millis * SAMPLES_A_MILLI).figure().mouth();
    }

    @Test
    void theMouthTakesTheShapeOfThePhoneThatIsHeard() {
        long start = host.say(spoken()) - 800L * SAMPLES_A_MILLI;

        assertThat(Stream.of(0, 99, 100, 299, 500, 600, 749).map(millis -> mouth(start, millis)))
                .containsExactly(
                        Mouth.CLOSED, Mouth.CLOSED, Mouth.OPEN, Mouth.OPEN, Mouth.TEETH, Mouth.ROUND, Mouth.ROUND);
    }

    @Test
    void restsAndTheEndCloseTheMouthWhileTheCaptionStays() {
        long start = host.say(spoken()) - 800L * SAMPLES_A_MILLI;

        assertThat(mouth(start, 300)).isEqualTo(Mouth.CLOSED);
        assertThat(mouth(start, 499)).isEqualTo(Mouth.CLOSED);
        assertThat(mouth(start, 750)).isEqualTo(Mouth.CLOSED);
        assertThat(mouth(start, 801)).isEqualTo(Mouth.CLOSED);
        assertThat(mouth(start, 60_000)).isEqualTo(Mouth.CLOSED);
        assertThat(host.pose(start + 900L * SAMPLES_A_MILLI).caption()).isPresent();
    }

    @Test
    void aLineWithoutSoundIsReadWithAClosedMouth() {
        host.say(new Utterance("Otto", "Quiet, please", Mood.SUSPENSE, Optional.empty()));

        assertThat(mouth(0, 500)).isEqualTo(Mouth.CLOSED);
        assertThat(host.pose(0).figure().mood()).isEqualTo(Mood.SUSPENSE);
    }

    @Test
    void breathesAndBlinksWhateverIsSaid() {
        host.say(spoken());

        assertThat(Stream.iterate(0L, sample -> sample + 1_600).limit(300).map(sample -> host.pose(sample)
                        .figure()))
                .anySatisfy(figure -> assertThat(figure.blinkPermille()).isPositive())
                .anySatisfy(figure -> assertThat(figure.breathPermille()).isEqualTo(1_000))
                .anySatisfy(figure -> assertThat(figure.breathPermille()).isZero());
    }
}
