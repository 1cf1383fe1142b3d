package com.sothebais.stream.sound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Speech;
import com.sothebais.stream.testing.Stages;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixerTest {
    private final Mixer mixer = new Mixer(-26);
    private final float[] left = new float[AudioEncoder.BLOCK];
    private final float[] right = new float[AudioEncoder.BLOCK];

    @Test
    void isSilentWithoutVoiceAndMusicAndSaysForHowLong() {
        seconds(3);

        assertThat(left).containsOnly(0);
        assertThat(mixer.levels().rmsDb()).isEqualTo(-100);
        assertThat(mixer.levels().silentSeconds()).isEqualTo(3);
    }

    @Test
    void startsAVoiceAtTheNextSampleAndEndsWithIt() {
        seconds(1);
        long start = mixer.play(Stages.tone(1));

        assertThat(start).isEqualTo(mixer.position());
        seconds(1);
        assertThat(mixer.levels().silentSeconds()).isZero();
        assertThat(rms()).isGreaterThan(0.05);
        seconds(1);
        mixer.mix(left, right);
        assertThat(rms()).isLessThan(0.001);
    }

    @Test
    void aQuietVoiceAndALoudOneAreEquallyLoud() {
        float[] quiet = Stages.tone(2).samples().clone();
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] *= 0.05f;
        }
        mixer.play(new Speech(quiet, List.of()));
        seconds(1);
        double whenQuiet = rms();
        mixer.play(Stages.tone(2));
        seconds(1);

        assertThat(rms()).isCloseTo(whenQuiet, org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void neverGoesOverTheCeilingWhateverAVoiceContains() {
        float[] wild = new float[Speech.SAMPLE_RATE_HZ];
        for (int i = 0; i < wild.length; i++) {
            // Mostly soft, so that the gain is high, with bursts far over full scale and broken samples.
            wild[i] = i % 9_000 < 200 ? (i % 2 == 0 ? 30 : -30) : 0.02f;
        }
        wild[100] = Float.NaN;
        wild[5_000] = Float.POSITIVE_INFINITY;
        mixer.loadMusic();
        mixer.play(new Speech(wild, List.of()));
        for (int block = 0; block < 60; block++) {
            mixer.mix(left, right);
            for (float sample : left) {
                assertThat(Math.abs(sample)).isLessThanOrEqualTo(0.8901f);
            }
        }
    }

    @Test
    void musicPlaysAndDucksUnderAVoice() {
        mixer.loadMusic();
        seconds(4);
        double music = mixer.levels().rmsDb();
        float[] hardlyAnything = new float[4 * Speech.SAMPLE_RATE_HZ];
        mixer.play(new Speech(hardlyAnything, List.of()));
        seconds(3);

        assertThat(music).isBetween(-50.0, -25.0);
        assertThat(mixer.levels().rmsDb()).isLessThan(music - 8);
        assertThat(mixer.levels().silentSeconds()).isZero();
    }

    @Test
    void aNewVoiceCutsOffTheOneBeforeWithoutAClick() {
        mixer.play(Stages.tone(5));
        seconds(1);
        mixer.hush();
        mixer.mix(left, right);
        float last = left[0];
        for (float sample : left) {
            assertThat(Math.abs(sample - last)).isLessThan(0.03f);
            last = sample;
        }
        mixer.mix(left, right);
        assertThat(left).containsOnly(0);
    }

    @Test
    void silenceCountsAsMissingOnlyWhileSomethingShouldBeHeard() {
        seconds(3);
        assertThat(mixer.missingSeconds()).as("nobody plays anything").isZero();

        mixer.play(new Speech(new float[3 * Speech.SAMPLE_RATE_HZ], List.of()));
        seconds(3);
        assertThat(mixer.missingSeconds()).as("a voice that nobody hears").isBetween(2, 3);
        seconds(5);
        assertThat(mixer.missingSeconds()).as("pauses add nothing").isBetween(2, 3);

        mixer.play(Stages.tone(2));
        seconds(2);
        assertThat(mixer.missingSeconds()).as("sound is back").isZero();
    }

    @Test
    void aBedThatIsTurnedAllTheWayDownIsMissed() {
        Mixer deaf = new Mixer(-60);
        deaf.loadMusic();
        while (deaf.position() < 5 * Speech.SAMPLE_RATE_HZ) {
            deaf.mix(left, right);
        }
        assertThat(deaf.missingSeconds()).isGreaterThanOrEqualTo(4);
    }

    private void seconds(int seconds) {
        long until = mixer.position() + (long) seconds * Speech.SAMPLE_RATE_HZ;
        while (mixer.position() < until) {
            Arrays.fill(left, 9);
            mixer.mix(left, right);
        }
    }

    private double rms() {
        double squares = 0;
        for (float sample : left) {
            squares += sample * sample;
        }
        return Math.sqrt(squares / left.length);
    }
}
