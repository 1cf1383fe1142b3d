package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Content.Figure;
import java.util.Locale;

/**
 * A figure at one instant, in steps that can be told apart at the size of a stream, so that drawings of it can be kept.
 *
 * @param blinkPercent in steps of {@value #BLINK_STEP}
 * @param gazeTenths -10 to 10
 * @param swayPixels as the scene gives it
 * @param breathTenths 0 to 10
 */
record Pose(Mood mood, Mouth mouth, int blinkPercent, int gazeTenths, int swayPixels, int breathTenths) {
    static final int BLINK_STEP = 25;

    /** A sway of so many pixels is a whole one. */
    static final double SWAY_WHOLE_PIXELS = 4;

    private static final int SWAY_MAX_PIXELS = 8;
    private static final int ASIDE_TENTHS = 4;

    static Pose of(Figure figure) {
        return new Pose(
                figure.mood(),
                figure.mouth(),
                (int) Math.round(within(figure.blinkPermille(), 0, 1_000) / 10.0 / BLINK_STEP) * BLINK_STEP,
                (int) Math.round(within(figure.gazePermille(), -1_000, 1_000) / 100.0),
                within(figure.swayPixels(), -SWAY_MAX_PIXELS, SWAY_MAX_PIXELS),
                (int) Math.round(within(figure.breathPermille(), 0, 1_000) / 100.0));
    }

    private static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    double value(Driver driver) {
        return switch (driver) {
            case GAZE -> gazeTenths / 10.0;
            case SWAY -> swayPixels / SWAY_WHOLE_PIXELS;
            case BLINK -> blinkPercent / 100.0;
            case BREATH -> breathTenths / 10.0;
            case MOUTH -> opened(mouth);
        };
    }

    private static double opened(Mouth mouth) {
        return switch (mouth) {
            case CLOSED -> 0;
            case SMALL -> 0.3;
            case TEETH -> 0.4;
            case WIDE -> 0.6;
            case ROUND -> 0.75;
            case OPEN -> 1;
        };
    }

    /** What stands in a file name for a placeholder. */
    String word(Placeholder placeholder) {
        return switch (placeholder) {
            case MOOD -> mood.name().toLowerCase(Locale.ROOT);
            case MOUTH -> mouth.name().toLowerCase(Locale.ROOT);
            case BLINK -> Integer.toString(blinkPercent);
            case GAZE -> gazeTenths <= -ASIDE_TENTHS ? "left" : gazeTenths >= ASIDE_TENTHS ? "right" : "ahead";
        };
    }
}
