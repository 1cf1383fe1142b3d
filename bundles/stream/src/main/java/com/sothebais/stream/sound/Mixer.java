package com.sothebais.stream.sound;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.StreamHealth.Sound;
import java.util.Optional;

/**
 * Mixes the host's voice over the music bed. Its clock is the number of samples mixed, nothing else. Thread-safe: a voice may
 * start while another thread mixes.
 */
public final class Mixer {

    /** What the integrated loudness of a show comes to unless told otherwise. */
    public static final double LUFS = -16;

    // Two decibels below full scale: AAC adds up to about one to a peak, and what comes out must stay under -1 dBTP.
    private static final float CEILING = 0.794f;
    private static final int FADE_SAMPLES = Speech.SAMPLE_RATE_HZ / 200;
    private static final float DUCKED = 0.25f;
    private static final float DUCK_STEP = 1f / (0.08f * Speech.SAMPLE_RATE_HZ);
    private static final float RELEASE_STEP = 1f / (1.2f * Speech.SAMPLE_RATE_HZ);

    private final Limiter limiter = new Limiter(CEILING);
    private final Meter meter = new Meter();
    private final TestTone tone = new TestTone();
    private final float bedLevel;
    private final double lufs;
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
            float fade = Math.min(1, (float) (stop - sample) / FADE_SAMPLES);
            return VoiceLevel.sound(samples[(int) into]) * gain * fade;
        }
    }

    /** A mix of the usual loudness. @param bedDecibels level of the music bed while nobody speaks, relative to full scale */
    public Mixer(double bedDecibels) {
        this(bedDecibels, LUFS);
    }

    /**
     * @param bedDecibels level of the music bed while nobody speaks, relative to full scale
     * @param lufs loudness of every voice, and so of the show
     */
    public Mixer(double bedDecibels, double lufs) {
        this.bedLevel = (float) Math.pow(10, bedDecibels / 20);
        this.lufs = lufs;
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
    public long play(Speech speech) {
        // Measuring takes longer than a frame may wait for the lock.
        return play(speech.samples(), VoiceLevel.gain(speech.samples(), lufs, CEILING));
    }

    private synchronized long play(float[] samples, float gain) {
        hush();
        voice = Optional.of(new Voice(samples, position, gain, Long.MAX_VALUE));
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
        boolean expected = voice.isPresent() || music.isPresent();
        voice = voice.filter(speaking -> position < speaking.start() + speaking.samples().length);
        cutOff = cutOff.filter(fading -> position < fading.stop());
        tone.mix(left, right);
        limiter.limit(left, right);
        meter.measure(left, right, expected);
    }

    /** Levels and loudness of the mix. */
    public Sound levels() {
        return meter.sound();
    }

    /** For how many seconds nothing could be heard although music or a voice should have been. */
    public int missingSeconds() {
        return meter.missingSeconds();
    }

    private void duck() {
        float target = voice.isPresent() ? DUCKED : 1;
        bedGain = bedGain > target ? Math.max(target, bedGain - DUCK_STEP) : Math.min(target, bedGain + RELEASE_STEP);
    }
}
