package com.sothebais.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.agent.Speech.MouthCue;
import com.sothebais.api.agent.Voice;
import com.sothebais.api.agent.Voice.VoiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every voice must do. A plugin's test extends this and gives its voice, ready to speak. */
public abstract class VoiceContract {
    private static final String SENTENCE = "Welcome back! The price is now 2.6 ETH and @neon_koi leads.";
    private static final Duration SPEAK_MAX = Duration.ofSeconds(10);
    private static final int THREADS = 4;

    /** The voice under test; may be one for all tests. */
    protected abstract Voice voice();

    @Test
    void hasAShortName() {
        assertThat(voice().name()).matches("[a-z0-9-]{1,30}");
    }

    @ParameterizedTest
    @EnumSource(Mood.class)
    void speaksInEveryMood(Mood mood) {
        Speech speech = voice().speak(SENTENCE, mood);
        assertThat(speech.length()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
        assertThat(loudest(speech)).as("peak").isBetween(0.05, 1.0);
        assertThat(audibleShare(speech)).as("share of audible hundredths").isGreaterThan(0.4);
    }

    @Test
    void leavesRoomAboveTheLoudestSample() {
        assertThat(loudest(voice().speak(SENTENCE, Mood.TRIUMPHANT))).isLessThan(0.9);
    }

    @Test
    void movesTheMouthInOrderAndClosesItWithTheSound() {
        Speech speech = voice().speak(SENTENCE, Mood.CALM);
        Duration before = Duration.ZERO;
        for (MouthCue cue : speech.mouth()) {
            assertThat(cue.end()).isGreaterThan(before);
            before = cue.end();
        }
        assertThat(before).isEqualTo(speech.length());
        assertThat(speech.mouth().get(speech.mouth().size() - 1).mouth()).isEqualTo(Mouth.CLOSED);
        assertThat(speech.mouth().stream().map(MouthCue::mouth).distinct().count())
                .as("different shapes")
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void takesLongerForMoreWords() {
        Duration one = voice().speak("Sold.", Mood.CALM).length();
        Duration many = voice().speak(SENTENCE, Mood.CALM).length();
        assertThat(many).isGreaterThan(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "...",
                "\uD83D\uDE80\uD83D\uDE80",
                "<break time='9999s'/><prosody volume='+50dB'>AAA</prosody>",
                "]]> & < \" ' \u0000 \u0007",
                "漢字 и кириллица",
                "99999999999999999999999999999999999999999999",
                "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void saysOddTextsOrRefusesThemClearly(String odd) {
        assertSpeaksOrRefuses(odd);
    }

    @Test
    void saysAVeryLongTextOrRefusesItClearly() {
        assertSpeaksOrRefuses("and one more bid ".repeat(2_000));
    }

    @Test
    void servesSeveralThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Speech>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                calls.add(() -> voice().speak(SENTENCE, Mood.CALM));
            }
            for (Future<Speech> spoken : threads.invokeAll(calls, SPEAK_MAX.toSeconds() * THREADS, TimeUnit.SECONDS)) {
                assertThat(loudest(spoken.get())).isGreaterThan(0.05);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertSpeaksOrRefuses(String text) {
        long begun = System.nanoTime();
        Throwable thrown = catchThrowable(() -> {
            Speech speech = voice().speak(text, Mood.CALM);
            assertThat(speech.samples()).isNotEmpty();
            assertThat(loudest(speech)).isLessThanOrEqualTo(1.0);
        });
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(VoiceException.class);
            assertThat(thrown.getMessage()).isNotBlank();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SPEAK_MAX);
    }

    private static double loudest(Speech speech) {
        double loudest = 0;
        for (float sample : speech.samples()) {
            // A NaN must not slip through the comparison.
            loudest = Float.isFinite(sample) ? Math.max(loudest, Math.abs(sample)) : Double.POSITIVE_INFINITY;
        }
        return loudest;
    }

    /** Share of the stretches of 10 ms that can be heard. */
    private static double audibleShare(Speech speech) {
        int window = Speech.SAMPLE_RATE_HZ / 100;
        int audible = 0;
        int windows = speech.samples().length / window;
        for (int i = 0; i < windows; i++) {
            double energy = 0;
            for (int j = 0; j < window; j++) {
                double sample = speech.samples()[i * window + j];
                energy += sample * sample;
            }
            audible += Math.sqrt(energy / window) > 0.005 ? 1 : 0;
        }
        return (double) audible / windows;
    }
}
