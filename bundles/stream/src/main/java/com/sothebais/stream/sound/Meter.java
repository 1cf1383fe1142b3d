package com.sothebais.stream.sound;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.StreamHealth.Loudness;
import com.sothebais.api.stream.StreamHealth.Sound;

/** Measures the mix: levels second by second, loudness ten times a second. Written by one thread, read by any. */
final class Meter {

    /** What silence reads. */
    static final double SILENCE_DB = -100;

    private static final double SILENT_BELOW_DB = -60;
    private static final double DECIBELS = 20;

    private final LoudnessMeter loudness = new LoudnessMeter();
    private final TruePeak leftPeak = new TruePeak();
    private final TruePeak rightPeak = new TruePeak();
    private volatile Sound sound = Sound.SILENCE;
    private volatile int missingSeconds;
    private double rmsDb = SILENCE_DB;
    private double peakDb = SILENCE_DB;
    private int silentSeconds;
    private double squares;
    private float peak;
    private float truePeak;
    private int count;
    private int expectedSamples;

    /** @param expected whether something should be heard in this block */
    void measure(float[] left, float[] right, boolean expected) {
        for (int i = 0; i < left.length; i++) {
            squares += (left[i] * left[i] + right[i] * right[i]) / 2.0;
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
            truePeak =
                    Math.max(truePeak, Math.max(leftPeak.next(left[i], truePeak), rightPeak.next(right[i], truePeak)));
            expectedSamples += expected ? 1 : 0;
            count++;
            if (count == Speech.SAMPLE_RATE_HZ) {
                finishSecond();
            }
            if (loudness.add(left[i], right[i])) {
                publish();
            }
        }
    }

    private void finishSecond() {
        rmsDb = decibels(Math.sqrt(squares / count));
        peakDb = decibels(peak);
        boolean silent = rmsDb < SILENT_BELOW_DB;
        silentSeconds = silent ? silentSeconds + 1 : 0;
        if (!silent) {
            missingSeconds = 0;
        } else if (expectedSamples > count / 2) {
            missingSeconds = missingSeconds + 1;
        }
        squares = 0;
        peak = 0;
        count = 0;
        expectedSamples = 0;
    }

    private void publish() {
        sound = new Sound(
                rmsDb,
                peakDb,
                new Loudness(
                        rounded(loudness.momentary()),
                        rounded(loudness.shortTerm()),
                        rounded(loudness.integrated()),
                        rounded(decibels(truePeak))),
                silentSeconds);
    }

    /** The present figures. */
    Sound sound() {
        return sound;
    }

    /** Seconds in which nothing was heard although something should have been, since the last sound. */
    int missingSeconds() {
        return missingSeconds;
    }

    private static double rounded(double decibels) {
        return Math.round(decibels * 10) / 10.0;
    }

    private static double decibels(double level) {
        return level <= 0 ? SILENCE_DB : Math.max(SILENCE_DB, DECIBELS * Math.log10(level));
    }
}
