package com.sothebais.stream.testing;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.agent.Speech.MouthCue;
import com.sothebais.api.stream.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lines for the host of a test. */
public final class Stages {
    private Stages() {}

    /** A tone of so many seconds, as loud as a voice plugin ever gets. */
    public static Speech tone(double seconds) {
        float[] samples = new float[(int) (seconds * Speech.SAMPLE_RATE_HZ)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * 330 * i / Speech.SAMPLE_RATE_HZ);
        }
        Duration half = Duration.ofMillis((long) (seconds * 500));
        return new Speech(
                samples, List.of(new MouthCue(half, Mouth.OPEN), new MouthCue(half.multipliedBy(2), Mouth.ROUND)));
    }

    public static Utterance spoken(String text, double seconds) {
        return new Utterance("Vivienne", text, Mood.EXCITED, Optional.of(tone(seconds)));
    }

    public static Utterance captioned(String text) {
        return new Utterance("Vivienne", text, Mood.AMUSED, Optional.empty());
    }
}
