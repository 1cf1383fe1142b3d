package com.sothebais.stream.sound;

import com.sothebais.api.agent.Speech;

/**
 * A tone of 1 kHz whose peaks are at -18 dBFS, the alignment level of EBU R 68, in place of what is mixed. It comes and goes in 50
 * ms, so that nothing clicks. One thread mixes, any other may want it.
 */
final class TestTone {
    private static final int HERTZ = 1_000;
    private static final double DECIBELS = -18;
    private static final float STEP = 1f / (Speech.SAMPLE_RATE_HZ / 20);

    /** One wave; the rate is a whole number of times the tone. */
    private final float[] wave = new float[Speech.SAMPLE_RATE_HZ / HERTZ];

    private volatile boolean wanted;
    private float gain;
    private int phase;

    TestTone() {
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (float) (Math.pow(10, DECIBELS / 20) * Math.sin(2 * Math.PI * i / wave.length));
        }
    }

    void wanted(boolean on) {
        wanted = on;
    }

    /** Fades the block over to the tone or back; costs nothing while neither is heard or wanted. */
    void mix(float[] left, float[] right) {
        boolean on = wanted;
        if (!on && gain == 0) {
            phase = 0;
            return;
        }
        for (int i = 0; i < left.length; i++) {
            gain = on ? Math.min(1, gain + STEP) : Math.max(0, gain - STEP);
            float tone = wave[phase] * gain;
            phase = (phase + 1) % wave.length;
            left[i] = left[i] * (1 - gain) + tone;
            right[i] = right[i] * (1 - gain) + tone;
        }
    }
}
