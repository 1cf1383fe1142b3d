package com.sothebais.stream.sound;

import com.sothebais.api.agent.Speech;

/**
 * Measures the loudness of stereo sound at 48 kHz in LUFS as ITU-R BS.1770-4 and EBU R 128 define it: momentary over 400 ms,
 * short-term over 3 s, integrated with both gates over everything. Blocks are counted in steps of a tenth of a LU, so a day takes
 * no more memory than a second. Used by one thread.
 */
public final class LoudnessMeter {

    /** What silence reads, and whatever has not been measured yet. */
    public static final double SILENCE_LUFS = -100;

    private static final int STEP_SAMPLES = Speech.SAMPLE_RATE_HZ / 10;
    private static final int MOMENTARY_STEPS = 4;
    private static final int SHORT_TERM_STEPS = 30;
    private static final double OFFSET = -0.691;
    private static final double GATE_LUFS = -70;
    private static final double RELATIVE_GATE_LU = -10;
    private static final double HIGHEST_LUFS = 10;
    private static final int BINS_A_LU = 10;

    private final KWeighting left = new KWeighting();
    private final KWeighting right = new KWeighting();
    private final double[] steps = new double[SHORT_TERM_STEPS];
    private final long[] counts = new long[(int) (HIGHEST_LUFS - GATE_LUFS) * BINS_A_LU];
    private final double[] powers = new double[counts.length];
    private long stepsDone;
    private double power;
    private int samples;

    /** Measures the next samples; both arrays are equally long. */
    public void measure(float[] leftBlock, float[] rightBlock) {
        for (int i = 0; i < leftBlock.length; i++) {
            add(leftBlock[i], rightBlock[i]);
        }
    }

    /** @return whether the figures changed, which they do ten times a second */
    boolean add(float leftSample, float rightSample) {
        double one = left.weigh(leftSample);
        double other = right.weigh(rightSample);
        power += one * one + other * other;
        samples++;
        if (samples < STEP_SAMPLES) {
            return false;
        }
        finishStep();
        return true;
    }

    private void finishStep() {
        steps[(int) (stepsDone % SHORT_TERM_STEPS)] = power / STEP_SAMPLES;
        stepsDone++;
        power = 0;
        samples = 0;
        left.settle();
        right.settle();
        double block = lufs(mean(MOMENTARY_STEPS));
        if (stepsDone >= MOMENTARY_STEPS && block >= GATE_LUFS) {
            int bin = (int) ((Math.min(block, HIGHEST_LUFS) - GATE_LUFS) * BINS_A_LU);
            counts[Math.min(bin, counts.length - 1)]++;
            powers[Math.min(bin, counts.length - 1)] += mean(MOMENTARY_STEPS);
        }
    }

    /** Loudness of the last 400 ms. */
    public double momentary() {
        return stepsDone < MOMENTARY_STEPS ? SILENCE_LUFS : lufs(mean(MOMENTARY_STEPS));
    }

    /** Loudness of the last 3 s. */
    public double shortTerm() {
        return stepsDone < SHORT_TERM_STEPS ? SILENCE_LUFS : lufs(mean(SHORT_TERM_STEPS));
    }

    /** Loudness of everything that was not silent and not much quieter than the rest. */
    public double integrated() {
        double ungated = lufs(meanFrom(0));
        if (ungated == SILENCE_LUFS) {
            return SILENCE_LUFS;
        }
        int gate = (int) Math.ceil((ungated + RELATIVE_GATE_LU - GATE_LUFS) * BINS_A_LU);
        return lufs(meanFrom(Math.max(0, gate)));
    }

    private double meanFrom(int bin) {
        double sum = 0;
        long blocks = 0;
        for (int i = bin; i < counts.length; i++) {
            sum += powers[i];
            blocks += counts[i];
        }
        return blocks == 0 ? 0 : sum / blocks;
    }

    /** Mean power of the newest steps; the ring is long enough for any question. */
    private double mean(int newest) {
        double sum = 0;
        for (int i = 1; i <= newest && i <= stepsDone; i++) {
            sum += steps[(int) ((stepsDone - i) % SHORT_TERM_STEPS)];
        }
        return sum / newest;
    }

    private static double lufs(double meanPower) {
        return meanPower <= 0 ? SILENCE_LUFS : Math.max(SILENCE_LUFS, OFFSET + 10 * Math.log10(meanPower));
    }
}
