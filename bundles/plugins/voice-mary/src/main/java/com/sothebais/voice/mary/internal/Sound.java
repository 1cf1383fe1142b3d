package com.sothebais.voice.mary.internal;

/** Turns MaryTTS's samples into ours. */
final class Sound {
    /** Below this peak there is only noise, which must not be blown up. */
    private static final double SILENCE = 1e-4;

    private Sound() {}

    /** As floats without the offset from zero that would click at both ends. */
    static float[] of(double[] samples) {
        double mean = 0;
        for (double sample : samples) {
            mean += sample / samples.length;
        }
        float[] sound = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            sound[i] = (float) (samples[i] - mean);
        }
        return sound;
    }

    /** The same sound, its loudest sample at {@code peak}; silence stays silence. */
    static float[] limited(float[] sound, double peak) {
        double loudest = 0;
        for (float sample : sound) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        double gain = loudest < SILENCE ? 1 : peak / loudest;
        float[] limited = new float[sound.length];
        for (int i = 0; i < sound.length; i++) {
            limited[i] = (float) (sound[i] * gain);
        }
        return limited;
    }
}
