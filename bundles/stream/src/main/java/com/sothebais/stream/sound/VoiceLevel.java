package com.sothebais.stream.sound;

import com.sothebais.api.agent.Speech;
import java.util.Optional;

/** Makes every voice equally loud. Pure. */
final class VoiceLevel {

    /** A voice that is softer than this can make good would be mostly noise. */
    static final double GAIN_MAX_DB = 24;

    private static final int BLOCK = Speech.SAMPLE_RATE_HZ / 10;
    /** Sound shorter than the first block of the measurement is repeated until there is one. */
    private static final int LEAST_SAMPLES = Speech.SAMPLE_RATE_HZ * 4 / 10;

    /** For speech, of each decibel that is put on for what was limited the limiter takes about a third. */
    private static final double LIMITED_AGAIN = 1.5;

    private VoiceLevel() {}

    /**
     * The factor that brings a speech, without its pauses, to a loudness when it is heard in both channels; 1 for silence. What the
     * limiter will take away is added beforehand. Takes about a thousandth of the speech's length.
     *
     * @param ceiling of the limiter
     */
    static float gain(float[] samples, double lufs, float ceiling) {
        double spoken = loudness(samples, Optional.empty(), 1);
        if (spoken == LoudnessMeter.SILENCE_LUFS) {
            return 1;
        }
        double decibels = Math.min(GAIN_MAX_DB, lufs - spoken);
        if (peak(samples) * factor(decibels) >= ceiling) {
            double heard = loudness(samples, Optional.of(new Limiter(ceiling)), factor(decibels));
            // A little more than was taken, because a louder voice is limited more.
            decibels = Math.min(GAIN_MAX_DB, decibels + LIMITED_AGAIN * Math.max(0, lufs - heard));
        }
        return factor(decibels);
    }

    private static float factor(double decibels) {
        return (float) Math.pow(10, decibels / 20);
    }

    private static float peak(float[] samples) {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sound(sample)));
        }
        return peak;
    }

    private static double loudness(float[] samples, Optional<Limiter> limiter, float gain) {
        LoudnessMeter meter = new LoudnessMeter();
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        int length = samples.length == 0 ? 0 : Math.max(samples.length, LEAST_SAMPLES);
        for (int start = 0; start + BLOCK <= length; start += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                left[i] = sound(samples[(start + i) % samples.length]) * gain;
            }
            System.arraycopy(left, 0, right, 0, BLOCK);
            limiter.ifPresent(limits -> limits.limit(left, right));
            meter.measure(left, right);
        }
        return meter.integrated();
    }

    /** A broken sample from a voice plugin is silence, not noise in every output. */
    static float sound(float sample) {
        return Float.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
    }
}
