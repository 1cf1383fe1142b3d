package com.sothebais.stream.sound;

import java.util.Arrays;

/**
 * Keeps samples under a ceiling by turning the level down smoothly before a peak arrives. Delays by {@link #DELAY_SAMPLES}. Not
 * thread-safe.
 */
final class Limiter {

    /** Two milliseconds at 48 kHz. */
    static final int DELAY_SAMPLES = 95;

    private static final int WINDOW = DELAY_SAMPLES + 1;

    private final float ceiling;
    private final float[] left = new float[WINDOW];
    private final float[] right = new float[WINDOW];
    private final float[] needs = new float[WINDOW];
    private final float[] floors = new float[WINDOW];
    private int at;
    private int calm = 2 * WINDOW;

    /** @param ceiling highest sample that comes out, above 0 */
    Limiter(float ceiling) {
        this.ceiling = ceiling;
        Arrays.fill(needs, 1);
        Arrays.fill(floors, 1);
    }

    /** Limits both channels alike, in place. */
    void limit(float[] leftBlock, float[] rightBlock) {
        for (int i = 0; i < leftBlock.length; i++) {
            float peak = Math.max(Math.abs(leftBlock[i]), Math.abs(rightBlock[i]));
            float need = peak > ceiling ? ceiling / peak : 1;
            calm = need < 1 ? 0 : Math.min(calm + 1, 2 * WINDOW);
            left[at] = leftBlock[i];
            right[at] = rightBlock[i];
            needs[at] = need;
            floors[at] = calm < WINDOW ? least(needs) : 1;
            // The average of the least needs of a window is never above what its oldest sample, the one that leaves
            // now, needs.
            float gain = calm < 2 * WINDOW ? average(floors) : 1;
            at = at + 1 == WINDOW ? 0 : at + 1;
            leftBlock[i] = left[at] * gain;
            rightBlock[i] = right[at] * gain;
        }
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
