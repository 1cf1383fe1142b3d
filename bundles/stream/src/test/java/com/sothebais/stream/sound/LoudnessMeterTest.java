package com.sothebais.stream.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.agent.Speech;
import com.sothebais.stream.testing.Filters;
import com.sothebais.stream.testing.Waves;
import com.sothebais.stream.testing.Waves.Part;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the signals of EBU Tech 3341, made here, and against another meter. */
class LoudnessMeterTest {
    private static final double TOLERANCE = 0.1;

    @TempDir
    private Path directory;

    static Stream<Arguments> integratedCases() {
        return Stream.of(
                Arguments.of("1", -23.0, new Part[] {new Part(-23, 20)}),
                Arguments.of("2", -33.0, new Part[] {new Part(-33, 20)}),
                Arguments.of("3", -23.0, new Part[] {new Part(-36, 10), new Part(-23, 60), new Part(-36, 10)}),
                Arguments.of("4", -23.0, new Part[] {
                    new Part(-72, 10), new Part(-36, 10), new Part(-23, 60), new Part(-36, 10), new Part(-72, 10)
                }),
                Arguments.of("5", -23.0, new Part[] {new Part(-26, 20), new Part(-20, 20.1), new Part(-26, 20)}));
    }

    @ParameterizedTest(name = "test signal {0}")
    @MethodSource("integratedCases")
    void integratedLoudnessIsThatOfTheTestSignals(String signal, double lufs, Part[] parts) {
        float[] sine = Waves.sine(1_000, parts);
        LoudnessMeter meter = new LoudnessMeter();
        meter.measure(sine, sine);

        assertThat(meter.integrated()).as(signal).isCloseTo(lufs, within(TOLERANCE));
    }

    @Test
    void shortTermLoudnessStaysAtTheMeanOfThreeSeconds() {
        Part[] parts = new Part[10];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = new Part(-20, 1.34);
            parts[i + 1] = new Part(-30, 1.66);
        }
        float[] sine = Waves.sine(1_000, parts);
        LoudnessMeter meter = new LoudnessMeter();
        for (int i = 0; i < sine.length; i++) {
            boolean fresh = meter.add(sine[i], sine[i]);
            if (fresh && i >= 3 * Speech.SAMPLE_RATE_HZ) {
                assertThat(meter.shortTerm()).isCloseTo(-23, within(TOLERANCE));
            }
        }
    }

    @Test
    void momentaryLoudnessStaysAtTheMeanOfFourHundredMilliseconds() {
        Part[] parts = new Part[50];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = new Part(-20, 0.18);
            parts[i + 1] = new Part(-30, 0.22);
        }
        float[] sine = Waves.sine(1_000, parts);
        LoudnessMeter meter = new LoudnessMeter();
        for (int i = 0; i < sine.length; i++) {
            boolean fresh = meter.add(sine[i], sine[i]);
            if (fresh && i >= Speech.SAMPLE_RATE_HZ) {
                assertThat(meter.momentary()).isCloseTo(-23, within(TOLERANCE));
            }
        }
    }

    @ParameterizedTest(name = "{0} Hz, {1} degrees")
    @CsvSource({
        "12000, 0, 0.5, -6",
        "12000, 45, 0.5, -6",
        "8000, 60, 0.5, -6",
        "6000, 67.5, 0.5, -6",
        "12000, 45, 1.41, 3"
    })
    void truePeaksAreFoundBetweenSamples(double hertz, double degrees, double amplitude, double expected) {
        TruePeak peak = new TruePeak();
        float highest = 0;
        for (int i = 0; i < Speech.SAMPLE_RATE_HZ; i++) {
            double fade = Math.min(1, Math.min(i, Speech.SAMPLE_RATE_HZ - i) / 500.0);
            double sample = fade
                    * amplitude
                    * Math.sin(2 * Math.PI * hertz * i / Speech.SAMPLE_RATE_HZ + Math.toRadians(degrees));
            highest = Math.max(highest, peak.next((float) sample, highest));
        }
        assertThat(20 * Math.log10(highest)).isBetween(expected - 0.4, expected + 0.2);
    }

    @Test
    void agreesWithAnotherMeterAboutSpeechMusicAndNoise() throws Exception {
        float[] left = new float[60 * Speech.SAMPLE_RATE_HZ];
        float[] right = new float[left.length];
        Random random = new Random(7);
        float[] voice = Waves.voice(30, 0.8, 3);
        MusicBed bed = new MusicBed();
        for (int i = 0; i < left.length; i++) {
            boolean noise = i > 40 * Speech.SAMPLE_RATE_HZ && i < 46 * Speech.SAMPLE_RATE_HZ;
            float spoken = i < voice.length ? voice[i] : 0;
            left[i] = spoken + 0.1f * bed.left(i) + (noise ? 0.3f * (float) random.nextGaussian() : 0);
            right[i] = 0.5f * spoken + 0.1f * bed.right(i);
        }
        LoudnessMeter meter = new LoudnessMeter();
        meter.measure(left, right);
        TruePeak leftPeak = new TruePeak();
        TruePeak rightPeak = new TruePeak();
        float highest = 0;
        for (int i = 0; i < left.length; i++) {
            highest = Math.max(highest, Math.max(leftPeak.next(left[i], highest), rightPeak.next(right[i], highest)));
        }

        Filters.Loudness other = Filters.loudness(Waves.wav(directory.resolve("mix.wav"), left, right));
        assertThat(meter.integrated()).isCloseTo(other.integrated(), within(TOLERANCE));
        assertThat(20 * Math.log10(highest)).isCloseTo(other.truePeak(), within(0.2));
    }

    @Test
    void silenceIsBelowEveryGate() {
        LoudnessMeter meter = new LoudnessMeter();
        float[] block = new float[5 * Speech.SAMPLE_RATE_HZ];
        meter.measure(block, block);
        assertThat(meter.integrated()).isEqualTo(LoudnessMeter.SILENCE_LUFS);
        assertThat(meter.shortTerm()).isEqualTo(LoudnessMeter.SILENCE_LUFS);

        float[] sine = Waves.sine(1_000, new Part(-23, 60));
        meter.measure(sine, sine);
        Arrays.fill(block, 0);
        meter.measure(block, block);
        assertThat(meter.integrated())
                .as("silence before and after changes nothing")
                .isCloseTo(-23, within(TOLERANCE));
    }
}
