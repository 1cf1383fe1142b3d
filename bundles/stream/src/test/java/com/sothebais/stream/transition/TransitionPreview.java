package com.sothebais.stream.transition;

import com.sothebais.api.stream.Transition.Kind;
import com.sothebais.stream.transition.Effect.Pictures;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes frames of each transition as PNG, to look at: {@code TransitionPreview <directory> <picture before> <new picture>}. */
final class TransitionPreview {
    private static final int STEPS = 24;

    private TransitionPreview() {}

    public static void main(String[] args) throws Exception {
        int[] from = pixels(Path.of(args[1]));
        int[] to = pixels(Path.of(args[2]));
        int[] out = new int[from.length];
        Effects effects = new Effects(com.sothebais.api.stream.Size.HD);
        for (Kind kind : new Kind[] {Kind.FADE, Kind.WIPE, Kind.STINGER}) {
            Effect effect = effects.of(kind);
            for (int step = 4; step <= STEPS; step += 4) {
                int[] drawn = step < effect.switchStep(STEPS) ? from : to;
                effect.mix(new Pictures(from, drawn, out), step, STEPS);
                BufferedImage image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
                image.setRGB(0, 0, 1280, 720, out, 0, 1280);
                ImageIO.write(
                        image,
                        "png",
                        Path.of(args[0], kind + "-" + (step < 10 ? "0" : "") + step + ".png")
                                .toFile());
            }
        }
    }

    private static int[] pixels(Path file) throws Exception {
        return ImageIO.read(file.toFile()).getRGB(0, 0, 1280, 720, null, 0, 1280);
    }
}
