package com.sothebais.stream.scene;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Content.Figure;

/**
 * What a host does while it does nothing: breathes, blinks, looks about and sways. The same instant always gives the same pose, so a frame
 * can be drawn again. All times are milliseconds of video time.
 */
public final class IdleMotion {
    private static final int BLINK_SLOT_MILLIS = 3_700;
    private static final int BLINK_MILLIS = 180;
    private static final int GAZE_SLOT_MILLIS = 2_900;
    private static final int GAZE_MOVE_MILLIS = 160;
    private static final int SWAY_PERIOD_MILLIS = 6_400;
    private static final double SWAY_PIXELS = 4;
    private static final int GAZE_STEP = 50;
    private static final int BREATH_PERIOD_MILLIS = 4_100;
    private static final int BREATH_IN_MILLIS = 1_500;
    private static final int BREATH_OUT_MILLIS = 2_000;

    /** Coarse, so that most frames equal the one before. */
    private static final int BREATH_STEP = 250;

    private IdleMotion() {}

    /** The host as it is at that instant. */
    public static Figure figure(Mood mood, Mouth mouth, long millis) {
        return new Figure(
                mood, mouth, blinkPermille(millis), gazePermille(millis), swayPixels(millis), breathPermille(millis));
    }

    /** How far the lids are closed, 0 to 1,000; once in each slot, at a place that differs from slot to slot. */
    public static int blinkPermille(long millis) {
        long slot = Math.floorDiv(millis, BLINK_SLOT_MILLIS);
        long start = Math.floorMod(mix(slot), BLINK_SLOT_MILLIS - BLINK_MILLIS);
        long into = Math.floorMod(millis, BLINK_SLOT_MILLIS) - start;
        if (into < 0 || into >= BLINK_MILLIS) {
            return 0;
        }
        int half = BLINK_MILLIS / 2;
        return (int) (1_000 * (half - Math.abs(into - half)) / half);
    }

    /** Where the eyes look, -1,000 to 1,000: mostly ahead, sometimes aside. */
    public static int gazePermille(long millis) {
        long slot = Math.floorDiv(millis, GAZE_SLOT_MILLIS);
        int from = target(slot - 1);
        int to = target(slot);
        long into = Math.min(GAZE_MOVE_MILLIS, Math.floorMod(millis, GAZE_SLOT_MILLIS));
        int gaze = (int) (from + (to - from) * into / GAZE_MOVE_MILLIS);
        return Math.round((float) gaze / GAZE_STEP) * GAZE_STEP;
    }

    /** How far the head has moved, whole pixels, so that most frames equal the one before. */
    public static int swayPixels(long millis) {
        double phase = 2 * Math.PI * Math.floorMod(millis, SWAY_PERIOD_MILLIS) / SWAY_PERIOD_MILLIS;
        return (int) Math.round(SWAY_PIXELS * Math.sin(phase));
    }

    /** How far the breath is drawn in, 0 to 1,000: out is slower than in, and it rests before the next. */
    static int breathPermille(long millis) {
        long into = Math.floorMod(millis, BREATH_PERIOD_MILLIS);
        double drawn = into < BREATH_IN_MILLIS
                ? (double) into / BREATH_IN_MILLIS
                : Math.max(0, 1 - (double) (into - BREATH_IN_MILLIS) / BREATH_OUT_MILLIS);
        double eased = (1 - Math.cos(Math.PI * drawn)) / 2;
        return (int) Math.round(eased * 1_000 / BREATH_STEP) * BREATH_STEP;
    }

    private static int target(long slot) {
        long choice = Math.floorMod(mix(slot * 31), 6L);
        return choice == 0 ? -600 : choice == 1 ? 600 : choice == 2 ? 300 : 0;
    }

    private static long mix(long value) {
        long x = value * 0x9E3779B97F4A7C15L;
        x ^= x >>> 29;
        x *= 0xBF58476D1CE4E5B9L;
        return (x ^ (x >>> 32)) & Long.MAX_VALUE;
    }
}
