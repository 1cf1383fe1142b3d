package com.sothebais.stream.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.agent.Speech;
import com.sothebais.stream.testing.Filters;
import com.sothebais.stream.testing.Waves;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How loud a show is: lines of voices of all levels over the bed, with pauses, measured by another meter. */
class ProgrammeTest {
    private static final double ALARM_DB = -60;

    @TempDir
    private Path directory;

    private final float[] left = new float[AudioEncoder.BLOCK];
    private final float[] right = new float[AudioEncoder.BLOCK];
    private float[] allLeft = new float[0];
    private float[] allRight = new float[0];

    @ParameterizedTest(name = "{0} LUFS")
    @ValueSource(doubles = {-16, -23})
    void voicesOverTheBedComeToTheLoudnessThatIsAskedFor(double lufs) throws Exception {
        Mixer mixer = new Mixer(-26, lufs);
        mixer.loadMusic();
        double[] levels = {0.9, 0.3, 0.1, 1.5};
        for (int line = 0; line < 8; line++) {
            double seconds = 1.5 + line % 3 * 2;
            mixer.play(new Speech(Waves.voice(seconds, levels[line % 4], line), List.of()));
            play(mixer, seconds + 2);
        }

        Filters.Loudness heard = Filters.loudness(Waves.wav(directory.resolve("show.wav"), allLeft, allRight));
        assertThat(heard.integrated()).isCloseTo(lufs, within(1.0));
        assertThat(heard.truePeak()).isLessThanOrEqualTo(-1);
        assertThat(mixer.levels().loudness().integratedLufs()).isCloseTo(heard.integrated(), within(0.2));
        assertThat(mixer.levels().loudness().truePeakDb()).isCloseTo(heard.truePeak(), within(0.3));
    }

    @Test
    void theBedAloneIsFarQuieterThanAVoiceAndFarAboveSilence() {
        Mixer mixer = new Mixer(-26);
        mixer.loadMusic();
        play(mixer, 12);

        assertThat(mixer.levels().loudness().shortTermLufs()).isBetween(-45.0, -28.0);
        assertThat(mixer.levels().rmsDb()).isGreaterThan(ALARM_DB + 15);
    }

    @Test
    void peaksBetweenSamplesAreHeldDownToo() throws Exception {
        // A quarter of the sample rate, an eighth of a turn off: every sample is 3 dB under the peak.
        float[] sharp = new float[4 * Speech.SAMPLE_RATE_HZ];
        for (int i = 0; i < sharp.length; i++) {
            boolean burst = i % 24_000 < 3_000;
            sharp[i] = (float) ((burst ? 1 : 0.02) * Math.sin(Math.PI / 2 * i + Math.PI / 4));
        }
        Mixer mixer = new Mixer(-26, -9);
        mixer.play(new Speech(sharp, List.of()));
        play(mixer, 4);

        assertThat(Filters.loudness(Waves.wav(directory.resolve("sharp.wav"), allLeft, allRight))
                        .truePeak())
                .isLessThanOrEqualTo(-1.9);
    }

    private void play(Mixer mixer, double seconds) {
        long until = mixer.position() + (long) (seconds * Speech.SAMPLE_RATE_HZ);
        while (mixer.position() < until) {
            mixer.mix(left, right);
            int length = allLeft.length;
            allLeft = Arrays.copyOf(allLeft, length + left.length);
            allRight = Arrays.copyOf(allRight, length + right.length);
            System.arraycopy(left, 0, allLeft, length, left.length);
            System.arraycopy(right, 0, allRight, length, right.length);
        }
    }
}
