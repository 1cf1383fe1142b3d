package com.sothebais.stream.sound;

import java.util.Arrays;

/**
 * Keeps the true peaks of the wave under a ceiling by turning the level down smoothly before a peak arrives. Delays by
 * {@link #DELAY_SAMPLES}. Not thread-safe.
 */
final class Limiter {

    /** How many samples the gain moves for. */
    private static final int WINDOW = 96;

    /** A little over two milliseconds at 48 kHz: the window, and what finding true peaks takes. */
    static final int DELAY_SAMPLES = WINDOW - 1 + TruePeak.DELAY_SAMPLES;

    // One more than the window, because a peak between two samples has to turn both of them down.
    private static final int LOOK = WINDOW + 1;
    private static final int DELAY = DELAY_SAMPLES + 1;

    private final float ceiling;
    private final TruePeak leftPeak = new TruePeak();
    private final TruePeak rightPeak = new TruePeak();
    private final float[] left = new float[DELAY];
    private final float[] right = new float[DELAY];
    private final float[] needs = new float[LOOK];
    private final float[] floors = new float[WINDOW];
    private int at;
    private int need;
    private int floor;
    private int calm = LOOK + WINDOW;

    /** @param ceiling highest true peak that comes out, above 0 */
    Limiter(float ceiling) {
        this.ceiling = ceiling;
        Arrays.fill(needs, 1);
        Arrays.fill(floors, 1);
    }

    /** Limits both channels alike, in place. */
    void limit(float[] leftBlock, float[] rightBlock) {
        for (int i = 0; i < leftBlock.length; i++) {
            float gain = gain(leftBlock[i], rightBlock[i]);
            left[at] = leftBlock[i];
            right[at] = rightBlock[i];
            at = at + 1 == DELAY ? 0 : at + 1;
            leftBlock[i] = left[at] * gain;
            rightBlock[i] = right[at] * gain;
        }
    }

    /** The average of the least needs of a window is never above what its oldest sample, the one that leaves now, needs. */
    private float gain(float leftSample, float rightSample) {
        float peak = Math.max(leftPeak.next(leftSample, ceiling), rightPeak.next(rightSample, ceiling));
        needs[need] = peak > ceiling ? ceiling / peak : 1;
        calm = peak > ceiling ? 0 : Math.min(calm + 1, LOOK + WINDOW);
        floors[floor] = calm < LOOK ? least(needs) : 1;
        need = need + 1 == LOOK ? 0 : need + 1;
        floor = floor + 1 == WINDOW ? 0 : floor + 1;
        return calm < LOOK + WINDOW ? average(floors) : 1;
    }

    private static float least(float[] values) {
        float least = 1;
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static float average(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
