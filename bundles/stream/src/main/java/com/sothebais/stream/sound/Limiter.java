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
    private float least = 1;
    private int leastAge;
    // Taken along and not added up anew; precise enough for days, and exact again after every calm.
    private double floorSum = WINDOW;

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
        float needed = peak > ceiling ? ceiling / peak : 1;
        if (needed == 1 && calm == LOOK + WINDOW) {
            return 1;
        }
        calm = needed < 1 ? 0 : calm + 1;
        needs[need] = needed;
        need = need + 1 == LOOK ? 0 : need + 1;
        floorSum -= floors[floor];
        floors[floor] = least(needed);
        floorSum += floors[floor];
        floor = floor + 1 == WINDOW ? 0 : floor + 1;
        if (calm == LOOK + WINDOW) {
            // Everything behind is 1 again.
            floorSum = WINDOW;
        }
        return (float) (floorSum / WINDOW);
    }

    /** The least of all needs that are looked at, with this newest one. */
    private float least(float newest) {
        leastAge++;
        if (newest <= least) {
            least = newest;
            leastAge = 0;
        } else if (leastAge == LOOK) {
            least = 1;
            for (int i = 0; i < LOOK; i++) {
                // From the oldest to the newest: the newest of equals stays longest.
                float old = needs[(need + i) % LOOK];
                if (old <= least) {
                    least = old;
                    leastAge = LOOK - 1 - i;
                }
            }
        }
        return least;
    }
}
