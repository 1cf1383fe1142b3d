package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a mood looks like. All that differs between moods stands in the table below.
 *
 * @param left brow on the viewer's left
 * @param right brow on the viewer's right
 * @param tiltDegrees how the head leans, clockwise
 * @param accent colour of the glow and of the lights at the ears, 0xRRGGBB
 */
record Expression(Brow left, Brow right, Gaze eyes, Smile smile, double tiltDegrees, int accent, Gesture gesture) {

    /**
     * One brow.
     *
     * @param raise units above its place at rest
     * @param inner how far its inner end stands above its outer one
     * @param arch how far its middle stands above both
     */
    record Brow(double raise, double inner, double arch) {}

    /**
     * Both eyes.
     *
     * @param size 1 at rest
     * @param upperLid part of the eye it covers, 0 to 1
     * @param lowerLid likewise from below
     * @param slant how far lids hang at the outer corner; negative is stern
     * @param pupil 1 at rest
     * @param sideways where they look of themselves, -1 to 1
     * @param upwards likewise
     */
    record Gaze(
            double size,
            double upperLid,
            double lowerLid,
            double slant,
            double pupil,
            double sideways,
            double upwards) {}

    /**
     * The mouth at rest; speech opens it.
     *
     * @param corners units the corners are raised
     * @param width 1 at rest
     * @param skew units the right corner is raised beyond the left one
     * @param parted how far it is open when it is silent, 0 to 1
     * @param cheeks strength of the blush, 0 to 1
     */
    record Smile(double corners, double width, double skew, double parted, double cheeks) {}

    /** What the hands do and what hangs in the air. */
    enum Gesture {
        REST,
        WONDER,
        CHEER,
        CHUCKLE,
        HOLD,
        VICTORY,
        HEART,
        GASP
    }

    private static final Map<Mood, Expression> TABLE = table();

    static Expression of(Mood mood) {
        return TABLE.get(mood);
    }

    private static Map<Mood, Expression> table() {
        Map<Mood, Expression> table = new EnumMap<>(Mood.class);
        table.put(
                Mood.CALM,
                new Expression(
                        new Brow(0, 0, 6),
                        new Brow(0, 0, 6),
                        new Gaze(1, 0.2, 0.05, 1.5, 1, 0, 0),
                        new Smile(5, 1, 0, 0, 0.35),
                        0,
                        0x5FB6D9,
                        Gesture.REST));
        table.put(
                Mood.CURIOUS,
                new Expression(
                        new Brow(-1, -4, 4),
                        new Brow(15, 2, 10),
                        new Gaze(1.04, 0.1, 0, 0, 1.1, 0.4, 0.4),
                        new Smile(1, 0.72, 5, 0, 0.3),
                        7,
                        0x9B8CFF,
                        Gesture.WONDER));
        table.put(
                Mood.EXCITED,
                new Expression(
                        new Brow(13, 0, 9),
                        new Brow(13, 0, 9),
                        new Gaze(1.12, 0, 0.06, 0, 1.25, 0, 0.1),
                        new Smile(12, 1.22, 0, 0.55, 0.7),
                        -4,
                        0xFFB02E,
                        Gesture.CHEER));
        table.put(
                Mood.AMUSED,
                new Expression(
                        new Brow(5, -1, 10),
                        new Brow(10, -2, 11),
                        new Gaze(1, 0.22, 0.3, 3, 1, -0.2, 0.1),
                        new Smile(14, 1.1, 5, 0, 0.9),
                        6,
                        0xFF8FA3,
                        Gesture.CHUCKLE));
        table.put(
                Mood.SUSPENSE,
                new Expression(
                        new Brow(-5, -8, 2),
                        new Brow(-5, -8, 2),
                        new Gaze(1, 0.32, 0.16, -5, 0.7, -0.35, 0),
                        new Smile(-2, 0.66, 2, 0, 0.08),
                        -5,
                        0xE5484D,
                        Gesture.HOLD));
        table.put(
                Mood.TRIUMPHANT,
                new Expression(
                        new Brow(7, -4, 9),
                        new Brow(7, -4, 9),
                        new Gaze(1.02, 0.3, 0.28, 1, 1.1, 0, 0.2),
                        new Smile(16, 1.34, 0, 0.75, 0.85),
                        -7,
                        0xFFD75E,
                        Gesture.VICTORY));
        table.put(
                Mood.SYMPATHETIC,
                new Expression(
                        new Brow(5, 12, 3),
                        new Brow(5, 12, 3),
                        new Gaze(1.03, 0.24, 0.06, 7, 1.25, -0.1, -0.25),
                        new Smile(-3.5, 0.72, 0, 0, 0.45),
                        -8,
                        0x74C69D,
                        Gesture.HEART));
        table.put(
                Mood.SURPRISED,
                new Expression(
                        new Brow(20, 1, 13),
                        new Brow(20, 1, 13),
                        new Gaze(1.2, 0, 0, 0, 0.6, 0, 0),
                        new Smile(-3, 0.5, 0, 0.9, 0.5),
                        0,
                        0xFF6FD8,
                        Gesture.GASP));
        return table;
    }
}
