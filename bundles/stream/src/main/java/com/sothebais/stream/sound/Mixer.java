package com.sothebais.stream.sound;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.StreamHealth.Sound;
import java.util.Optional;

/**
 * Mixes the host's voice over the music bed. Its clock is the number of samples mixed, nothing else. Thread-safe: a voice may
 * start while another thread mixes.
 */
public final class Mixer {
    private static final float CEILING = 0.89f;
    private static final double VOICE_RMS = 0.112;
    private static final double VOICE_GAIN_MAX = 4;
    private static final float GATE = 0.01f;
    private static final int FADE_SAMPLES = Speech.SAMPLE_RATE_HZ / 200;
    private static final float DUCKED = 0.25f;
    private static final float DUCK_STEP = 1f / (0.08f * Speech.SAMPLE_RATE_HZ);
    private static final float RELEASE_STEP = 1f / (1.2f * Speech.SAMPLE_RATE_HZ);

    private final Limiter limiter = new Limiter(CEILING);
    private final Meter meter = new Meter();
    private final TestTone tone = new TestTone();
    private final float bedLevel;
    private volatile Optional<MusicBed> bed = Optional.empty();
    private Optional<Voice> voice = Optional.empty();
    private Optional<Voice> cutOff = Optional.empty();
    private long position;
    private float bedGain;

    /** @param gain makes every voice equally loud */
    private record Voice(float[] samples, long start, float gain, long stop) {
        float at(long sample) {
            long into = sample - start;
            if (into < 0 || into >= samples.length || sample >= stop) {
                return 0;
            }
            float value = samples[(int) into];
            float fade = Math.min(1, (float) (stop - sample) / FADE_SAMPLES);
            // A broken sample from a voice plugin is silence, not noise in every output.
            return Float.isFinite(value) ? Math.max(-1, Math.min(1, value)) * gain * fade : 0;
        }
    }

    /** @param bedDecibels level of the music bed while nobody speaks, relative to full scale */
    public Mixer(double bedDecibels) {
        this.bedLevel = (float) Math.pow(10, bedDecibels / 20);
    }

    /** Computes the music bed and fades it in; takes some hundred milliseconds. */
    public void loadMusic() {
        bed = Optional.of(new MusicBed());
    }

    /**
     * Starts a voice now, cutting off the one before.
     *
     * @return the sample of the feed with which it starts
     */
    public synchronized long play(Speech speech) {
        cutOff = voice.map(old -> new Voice(old.samples(), old.start(), old.gain(), position + FADE_SAMPLES));
        voice = Optional.of(new Voice(speech.samples(), position, gain(speech.samples()), Long.MAX_VALUE));
        return position;
    }

    /** Cuts off the voice that speaks, if one does. */
    public synchronized void hush() {
        cutOff = voice.map(old -> new Voice(old.samples(), old.start(), old.gain(), position + FADE_SAMPLES));
        voice = Optional.empty();
    }

    /** Whether the test tone is heard, in place of everything else. */
    public void tone(boolean on) {
        tone.wanted(on);
    }

    /** Samples mixed so far. */
    public synchronized long position() {
        return position;
    }

    /** Mixes the next block into both arrays. */
    public synchronized void mix(float[] left, float[] right) {
        Optional<MusicBed> music = bed;
        for (int i = 0; i < left.length; i++, position++) {
            float spoken = 0;
            if (voice.isPresent()) {
                spoken = voice.get().at(position);
            }
            if (cutOff.isPresent()) {
                spoken += cutOff.get().at(position);
            }
            left[i] = spoken;
            right[i] = spoken;
            if (music.isPresent()) {
                duck();
                left[i] += music.get().left(position) * bedGain * bedLevel;
                right[i] += music.get().right(position) * bedGain * bedLevel;
            }
        }
        voice = voice.filter(speaking -> position < speaking.start() + speaking.samples().length);
        cutOff = cutOff.filter(fading -> position < fading.stop());
        tone.mix(left, right);
        limiter.limit(left, right);
        meter.measure(left, right);
    }

    /** Levels of the last full second. */
    public Sound levels() {
        return meter.lastSecond();
    }

    /** For how many seconds nothing could be heard. */
    public int silentSeconds() {
        return meter.silentSeconds();
    }

    private void duck() {
        float target = voice.isPresent() ? DUCKED : 1;
        bedGain = bedGain > target ? Math.max(target, bedGain - DUCK_STEP) : Math.min(target, bedGain + RELEASE_STEP);
    }

    /** The factor that brings the spoken parts, without the pauses, to one loudness. */
    private static float gain(float[] samples) {
        double squares = 0;
        int count = 0;
        for (float sample : samples) {
            if (Float.isFinite(sample) && Math.abs(sample) > GATE) {
                float clipped = Math.max(-1, Math.min(1, sample));
                squares += clipped * clipped;
                count++;
            }
        }
        return count == 0 ? 1 : (float) Math.min(VOICE_GAIN_MAX, VOICE_RMS / Math.sqrt(squares / count));
    }
}
