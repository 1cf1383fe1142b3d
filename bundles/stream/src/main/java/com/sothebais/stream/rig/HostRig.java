package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import java.awt.Graphics2D;

/**
 * Puts the host together: a porcelain auctioneer in velvet, from waist to head, in a space of {@value #WIDTH} by
 * {@value #HEIGHT} units with the origin in the upper left corner.
 *
 * <p>It is cut into parts along what moves on its own. A pose always gives the same lines.
 */
public final class HostRig {
    public static final double WIDTH = 380;
    public static final double HEIGHT = 330;

    /** Where the head turns. */
    private static final double NECK_X = 190;

    private static final double NECK_Y = 222;

    private HostRig() {}

    /** What is drawn on its own, from back to front. */
    public enum Part {
        /** Glow, jacket and the arm with the gavel: depends on the mood. */
        BODY,
        /** Depends on the mood. */
        HEAD,
        /** Depends on mood and mouth. */
        MOUTH,
        /** Lids and brows too: depends on mood, blink and gaze. */
        EYES,
        /** The other hand and what hangs in the air: depends on the mood. */
        FRONT
    }

    /**
     * @param blinkPermille how far the lids are closed, 0 to 1,000
     * @param gazePermille where the eyes look, -1,000 left to 1,000 right
     */
    public record Pose(Mood mood, Mouth mouth, int blinkPermille, int gazePermille) {}

    /** Draws one part where the graphics' units are the rig's. */
    public static void paint(Part part, Pose pose, Graphics2D graphics) {
        Expression expression = Expression.of(pose.mood());
        Graphics2D pen = (Graphics2D) graphics.create();
        if (part == Part.HEAD || part == Part.MOUTH || part == Part.EYES) {
            pen.rotate(Math.toRadians(expression.tiltDegrees()), NECK_X, NECK_Y);
        }
        switch (part) {
            case BODY -> Body.paint(pen, expression);
            case HEAD -> Head.paint(pen, expression);
            case MOUTH -> Lips.paint(pen, expression.smile(), pose.mouth());
            case EYES -> Eyes.paint(pen, expression, pose.blinkPermille() / 1_000.0, pose.gazePermille() / 1_000.0);
            case FRONT -> Accents.paint(pen, expression);
        }
        pen.dispose();
    }
}
