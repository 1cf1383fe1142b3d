package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.video.DrawnPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Writes contact sheets of a character to look at: a row for each mood with every mouth, a blink in two steps and glances to both
 * sides, as large as in the bundled layout ({@code rig.png}) and twice that ({@code rig-double.png}). Arguments: the directory to
 * write to, and the directory and the name of a rig; without those the bundled character.
 */
final class RigSheet {
    private static final int WIDTH = 208;
    private static final int HEIGHT = 210;

    private RigSheet() {}

    public static void main(String[] arguments) throws IOException {
        Rigs rigs = new BundledRig();
        if (arguments.length > 2) {
            RigFolder folder = new RigFolder(Path.of(arguments[1]), arguments[2]);
            folder.look();
            folder.trouble().ifPresent(trouble -> {
                throw new IllegalArgumentException(trouble);
            });
            rigs = folder;
        }
        write(rigs, 1, Path.of(arguments[0], "rig.png"));
        write(rigs, 2, Path.of(arguments[0], "rig-double.png"));
    }

    private static List<Figure> row(Mood mood) {
        return Stream.concat(
                        Stream.of(Mouth.values()).map(mouth -> new Figure(mood, mouth, 0, 0, 0)),
                        Stream.of(
                                new Figure(mood, Mouth.CLOSED, 500, 0, 2, 500),
                                new Figure(mood, Mouth.CLOSED, 1_000, 0, 4, 1_000),
                                new Figure(mood, Mouth.SMALL, 0, -600, -4, 0),
                                new Figure(mood, Mouth.OPEN, 250, 600, 4, 1_000)))
                .toList();
    }

    private static void write(Rigs rigs, int scale, Path file) throws IOException {
        int columns = row(Mood.CALM).size();
        int across = WIDTH * scale;
        int down = HEIGHT * scale;
        Size size = new Size(columns * across, Mood.values().length * down);
        List<Element> elements = new ArrayList<>();
        elements.add(new Element(
                "ground", new Area(0, 0, size.width(), size.height()), new Gradient(0xFF101826, 0xFF2A1B3D)));
        for (Mood mood : Mood.values()) {
            List<Figure> row = row(mood);
            for (int column = 0; column < columns; column++) {
                Area cell = new Area(column * across, mood.ordinal() * down, across, down);
                elements.add(new Element(mood + "-" + column, cell, row.get(column)));
            }
        }
        try (Canvas canvas =
                new Java2dRenderer().open(size, new DrawnPictures(Gallery.waiting(new MemoryAssets()), rigs))) {
            canvas.draw(new Scene(size, elements), List.of(new Area(0, 0, size.width(), size.height())));
            BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, size.width(), size.height(), canvas.pixels(), 0, size.width());
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }
}
