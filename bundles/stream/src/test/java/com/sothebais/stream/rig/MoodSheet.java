package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.video.DrawnPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Writes a picture to look at: every mood with every mouth, a blink and a glance as {@code moods.png}. */
final class MoodSheet {
    private static final int CELL = 240;
    private static final int COLUMNS = Mouth.values().length + 2;

    private MoodSheet() {}

    /** Argument: the directory to write to. */
    public static void main(String[] arguments) throws IOException {
        write(moods(), Path.of(arguments[0], "moods.png"));
    }

    static Scene moods() {
        int height = CELL * 330 / 380;
        Size size = new Size(COLUMNS * CELL, Mood.values().length * height);
        List<Element> elements = new ArrayList<>();
        add(elements, new Area(0, 0, size.width(), size.height()), new Gradient(0xFF101826, 0xFF2A1B3D));
        for (Mood mood : Mood.values()) {
            int top = mood.ordinal() * height;
            for (Mouth mouth : Mouth.values()) {
                Area cell = new Area(mouth.ordinal() * CELL, top, CELL, height);
                add(elements, cell, new Figure(mood, mouth, 0, 0, 0));
            }
            Area blink = new Area((COLUMNS - 2) * CELL, top, CELL, height);
            add(elements, blink, new Figure(mood, Mouth.CLOSED, 1_000, 0, 3));
            Area glance = new Area((COLUMNS - 1) * CELL, top, CELL, height);
            add(elements, glance, new Figure(mood, Mouth.OPEN, 400, 1_000, -6));
        }
        return new Scene(size, elements);
    }

    private static void add(List<Element> elements, Area area, Content content) {
        elements.add(new Element("e" + elements.size(), area, content));
    }

    private static void write(Scene scene, Path file) throws IOException {
        Size size = scene.size();
        try (Canvas canvas = new Java2dRenderer().open(size, new DrawnPictures(new MemoryAssets()))) {
            canvas.draw(scene, List.of(new Area(0, 0, size.width(), size.height())));
            BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, size.width(), size.height(), canvas.pixels(), 0, size.width());
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }
}
