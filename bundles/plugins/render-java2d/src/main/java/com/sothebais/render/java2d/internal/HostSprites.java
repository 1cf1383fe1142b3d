package com.sothebais.render.java2d.internal;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.render.java2d.figure.HostRig;
import com.sothebais.render.java2d.figure.HostRig.Part;
import com.sothebais.render.java2d.figure.HostRig.Pose;
import java.util.List;

/**
 * The host as sprites: each part is drawn once for what it depends on and then only moved, so that a blink costs two small eyes
 * and not a whole figure.
 */
final class HostSprites {
    /** Steps of a blink and of a look aside; finer ones cannot be told apart at the size of a stream. */
    private static final int BLINK_STEP = 100;

    private static final int GAZE_STEP = 100;
    private static final double BODY_SWAY = 0.34;

    private final Sprites sprites;

    HostSprites(Sprites sprites) {
        this.sprites = sprites;
    }

    /** A part of the host and where it goes, relative to the element. */
    record Layer(Sprite sprite, int x, int y) {}

    private record PartKey(Part part, Pose pose, int width, int height) {}

    /** From back to front. */
    List<Layer> layers(Figure figure, int width, int height) {
        Mood mood = figure.mood();
        int blink = step(figure.blinkPermille(), 0, BLINK_STEP);
        int gaze = step(figure.gazePermille(), -1_000, GAZE_STEP);
        int head = figure.swayPixels();
        int body = (int) Math.round(head * BODY_SWAY);
        Pose still = new Pose(mood, Mouth.CLOSED, 0, 0);
        return List.of(
                layer(Part.BODY, still, width, height, body),
                layer(Part.HEAD, still, width, height, head),
                layer(Part.MOUTH, new Pose(mood, figure.mouth(), 0, 0), width, height, head),
                layer(Part.EYES, new Pose(mood, Mouth.CLOSED, blink, gaze), width, height, head),
                layer(Part.FRONT, still, width, height, head));
    }

    private static int step(int permille, int least, int step) {
        return Math.round(Math.max(least, Math.min(1_000, permille)) / (float) step) * step;
    }

    private Layer layer(Part part, Pose pose, int width, int height, int x) {
        Sprite sprite = sprites.of(new PartKey(part, pose, width, height), () -> draw(part, pose, width, height));
        return new Layer(sprite, x, 0);
    }

    private static Sprite draw(Part part, Pose pose, int width, int height) {
        Easel easel = new Easel(width, height);
        double scale = Math.min(width / HostRig.WIDTH, height / HostRig.HEIGHT);
        easel.graphics().translate((width - HostRig.WIDTH * scale) / 2, height - HostRig.HEIGHT * scale);
        easel.graphics().scale(scale, scale);
        HostRig.paint(part, pose, easel.graphics());
        return easel.sprite();
    }
}
