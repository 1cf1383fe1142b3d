package com.sothebais.stream.sound;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.StreamHealth.Sound;

/** Measures the mix second by second. Written by one thread, read by any. */
final class Meter {

    /** What silence reads. */
    static final double SILENCE_DB = -100;

    private static final double SILENT_BELOW_DB = -60;
    private static final double DECIBELS = 20;

    private volatile Sound lastSecond = new Sound(SILENCE_DB, SILENCE_DB);
    private volatile int silentSeconds;
    private double squares;
    private float peak;
    private int count;

    void measure(float[] left, float[] right) {
        for (int i = 0; i < left.length; i++) {
            squares += (left[i] * left[i] + right[i] * right[i]) / 2.0;
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
            count++;
            if (count == Speech.SAMPLE_RATE_HZ) {
                Sound sound = new Sound(decibels(Math.sqrt(squares / count)), decibels(peak));
                silentSeconds = sound.rmsDb() < SILENT_BELOW_DB ? silentSeconds + 1 : 0;
                lastSecond = sound;
                squares = 0;
                peak = 0;
                count = 0;
            }
        }
    }

    Sound lastSecond() {
        return lastSecond;
    }

    int silentSeconds() {
        return silentSeconds;
    }

    private static double decibels(double level) {
        return level <= 0 ? SILENCE_DB : Math.max(SILENCE_DB, DECIBELS * Math.log10(level));
    }
}
