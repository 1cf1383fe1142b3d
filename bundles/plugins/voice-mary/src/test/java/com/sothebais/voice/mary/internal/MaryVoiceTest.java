package com.sothebais.voice.mary.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Voice;
import com.sothebais.api.agent.Voice.VoiceException;
import com.sothebais.api.health.Health;
import com.sothebais.contract.VoiceContract;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MaryVoiceTest extends VoiceContract {
    private static final MaryVoice VOICE = new MaryVoice(new Settings("cmu-slt-hsmm", -3, 9_000));

    @Override
    protected Voice voice() {
        return VOICE;
    }

    @Test
    void isLoudToTheConfiguredPeak() {
        double loudest = 0;
        for (float sample :
                VOICE.speak("Going once, going twice", Mood.SUSPENSE).samples()) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        assertThat(loudest).isCloseTo(Math.pow(10, -3 / 20.0), within(0.01));
    }

    @Test
    void speaksSlowerInSuspenseThanInExcitement() {
        String text = "Only ten seconds left on the clock";
        assertThat(VOICE.speak(text, Mood.SUSPENSE).length())
                .isGreaterThan(VOICE.speak(text, Mood.EXCITED).length());
    }

    @Test
    void speaksMarkupAsTheWordsInIt() {
        assertThat(VOICE.speak("<break time='9999s'/> hello", Mood.CALM).length())
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void leavesNoThreadBehindThatHoldsASound() {
        VOICE.speak("One. Two. Three.", Mood.CALM);
        long before = vocoders();
        for (int i = 0; i < 5; i++) {
            VOICE.speak("One. Two. Three.", Mood.CALM);
        }
        assertThat(vocoders()).isLessThanOrEqualTo(before);
    }

    /** Threads that make sound which nobody has read yet. */
    private static long vocoders() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .filter(frame -> frame.getClassName().contains("HTSVocoderDataProducer"))
                .map(StackTraceElement::getMethodName)
                .filter("run"::equals)
                .count();
    }

    @Test
    void namesTheKeyOfAWrongSetting() {
        assertThatThrownBy(() -> new MaryVoice(new Settings("cmu-slt-hsmm", 6, 9_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("com.sothebais.voice.mary: peak.dbfs = 6.0 is not allowed, expected -30.0 to 0.0");
    }

    @Test
    void isDownWithAVoiceThatIsNotEmbedded() {
        MaryVoice unknown = new MaryVoice(new Settings("darth", -3, 9_000));
        assertThatThrownBy(() -> unknown.speak("hello", Mood.CALM))
                .isInstanceOf(VoiceException.class)
                .hasMessageContaining("'darth' is not embedded")
                .hasMessageContaining("cmu-slt-hsmm");
        assertThat(unknown.health().status()).isEqualTo(Health.Status.DOWN);
        unknown.stop();
    }

    @Test
    void isWellOnceItHasSpoken() {
        VOICE.speak("hello", Mood.CALM);
        assertThat(VOICE.health().status()).isEqualTo(Health.Status.WELL);
    }

    /** Settings as the configuration would give them. */
    private record Settings(String voice, double peak_dbfs, int ready_wait_millis) implements MaryVoice.Config {
        @Override
        public Class<? extends Annotation> annotationType() {
            return MaryVoice.Config.class;
        }
    }
}
