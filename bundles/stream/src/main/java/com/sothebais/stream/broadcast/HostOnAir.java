package com.sothebais.stream.broadcast;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.agent.Speech.MouthCue;
import com.sothebais.api.stream.Utterance;
import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.HostPose.Caption;
import com.sothebais.stream.scene.IdleMotion;
import com.sothebais.stream.sound.Mixer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the host says and how it looks, on the clock of the sound. Thread-safe. */
final class HostOnAir {

    /** Longest speech taken. */
    static final Duration SPEECH_MAX = Duration.ofMinutes(2);

    private static final Duration CAPTION_LINGERS = Duration.ofMillis(900);
    private static final Duration READING_LEAST = Duration.ofMillis(1_800);
    private static final Duration READING_MOST = Duration.ofSeconds(12);
    private static final int READING_MILLIS_A_CHARACTER = 62;
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final Mixer mixer;
    private volatile Mood mood = Mood.CALM;
    private volatile Optional<Spoken> spoken = Optional.empty();

    /**
     * @param start sample of the feed with which it starts
     * @param captionEnd sample with which the caption goes
     */
    private record Spoken(Utterance utterance, long start, long captionEnd) {}

    HostOnAir(Mixer mixer) {
        this.mixer = mixer;
    }

    /**
     * Puts a line on air.
     *
     * @return the sample of the feed with which it is over
     */
    synchronized long say(Utterance utterance) {
        long start;
        long end;
        if (utterance.speech().isPresent()) {
            Speech speech = utterance.speech().get();
            if (speech.length().compareTo(SPEECH_MAX) > 0) {
                throw new IllegalArgumentException(
                        "a speech of " + speech.length() + " is too long, the limit is " + SPEECH_MAX);
            }
            start = mixer.play(speech);
            end = start + speech.samples().length;
        } else {
            mixer.hush();
            start = mixer.position();
            end = start + samples(readingTime(utterance.text()));
        }
        mood = utterance.mood();
        spoken = Optional.of(new Spoken(utterance, start, end + samples(CAPTION_LINGERS)));
        return end;
    }

    void mood(Mood next) {
        mood = next;
    }

    /** Whether a line is heard or its caption is seen. @param sample of the feed that is heard with the picture */
    boolean isSpeaking(long sample) {
        return spoken.filter(said -> sample < said.captionEnd()).isPresent();
    }

    /** @param sample of the feed that is heard with the picture */
    HostPose pose(long sample) {
        long millis = sample * 1_000 / Speech.SAMPLE_RATE_HZ;
        Optional<Spoken> line = spoken.filter(said -> sample < said.captionEnd());
        Mouth mouth = line.flatMap(
                        said -> said.utterance().speech().map(speech -> mouth(speech, sample - said.start())))
                .orElse(Mouth.CLOSED);
        return new HostPose(
                IdleMotion.figure(mood, mouth, millis),
                line.map(said ->
                        new Caption(said.utterance().speaker(), said.utterance().text())));
    }

    private static Mouth mouth(Speech speech, long sample) {
        if (sample < 0 || sample >= speech.samples().length) {
            return Mouth.CLOSED;
        }
        long nanos = sample * NANOS_A_SECOND / Speech.SAMPLE_RATE_HZ;
        List<MouthCue> cues = speech.mouth();
        int low = 0;
        int high = cues.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cues.get(middle).end().toNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < cues.size() ? cues.get(low).mouth() : Mouth.CLOSED;
    }

    private static Duration readingTime(String text) {
        Duration time = Duration.ofMillis(1_000 + (long) READING_MILLIS_A_CHARACTER * text.length());
        return time.compareTo(READING_LEAST) < 0
                ? READING_LEAST
                : time.compareTo(READING_MOST) > 0 ? READING_MOST : time;
    }

    private static long samples(Duration duration) {
        return duration.toMillis() * Speech.SAMPLE_RATE_HZ / 1_000;
    }
}
