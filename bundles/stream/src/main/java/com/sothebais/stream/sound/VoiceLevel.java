package com.sothebais.stream.sound;

import com.sothebais.api.agent.Speech;

/** Makes every voice equally loud. Pure. */
final class VoiceLevel {

    /** A voice that is softer than this can make good would be mostly noise. */
    static final double GAIN_MAX_DB = 24;

    private static final int BLOCK = Speech.SAMPLE_RATE_HZ / 10;
    /** Sound shorter than the first block of the measurement is repeated until there is one. */
    private static final int LEAST_SAMPLES = Speech.SAMPLE_RATE_HZ * 4 / 10;

    /** The first finds the level, the others what the limiter takes away at it. */
    private static final int PASSES = 3;

    private VoiceLevel() {}

    /**
     * The factor that brings a speech, without its pauses, to a loudness when it is heard in both channels; 1 for silence. What the
     * limiter will take away is added beforehand. Takes some 50 milliseconds for a minute of speech.
     *
     * @param ceiling of the limiter
     */
    static float gain(float[] samples, double lufs, float ceiling) {
        double decibels = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            double heard = loudness(samples, (float) Math.pow(10, decibels / 20), new Limiter(ceiling));
            if (heard == LoudnessMeter.SILENCE_LUFS) {
                return 1;
            }
            decibels = Math.min(GAIN_MAX_DB, decibels + lufs - heard);
        }
        return (float) Math.pow(10, decibels / 20);
    }

    private static double loudness(float[] samples, float gain, Limiter limiter) {
        LoudnessMeter meter = new LoudnessMeter();
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        int length = samples.length == 0 ? 0 : Math.max(samples.length, LEAST_SAMPLES);
        for (int start = 0; start + BLOCK <= length; start += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                left[i] = sound(samples[(start + i) % samples.length]) * gain;
            }
            System.arraycopy(left, 0, right, 0, BLOCK);
            limiter.limit(left, right);
            meter.measure(left, right);
        }
        return meter.integrated();
    }

    /** A broken sample from a voice plugin is silence, not noise in every output. */
    static float sound(float sample) {
        return Float.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
    }
}
