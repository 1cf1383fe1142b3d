package com.sothebais.render.java2d.internal;

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
import com.sothebais.contract.RendererContract.Shelf;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Paints every mood with every mouth, and a blink and a glance, into one picture to look at. */
final class MoodSheet {
    private MoodSheet() {}

    /** Arguments: the file to write and the width of one cell. */
    public static void main(String[] arguments) throws IOException {
        int width = Integer.parseInt(arguments[1]);
        write(sheet(width, width * 330 / 380), Path.of(arguments[0]));
    }

    private static Canvas sheet(int width, int height) {
        List<Element> elements = new ArrayList<>();
        int columns = Mouth.values().length + 2;
        Size size = new Size(columns * width, Mood.values().length * height);
        add(elements, new Area(0, 0, size.width(), size.height()), new Gradient(0xFF101826, 0xFF2A1B3D));
        for (Mood mood : Mood.values()) {
            int top = mood.ordinal() * height;
            for (Mouth mouth : Mouth.values()) {
                Area cell = new Area(mouth.ordinal() * width, top, width, height);
                add(elements, cell, new Figure(mood, mouth, 0, 0, 0));
            }
            add(
                    elements,
                    new Area((columns - 2) * width, top, width, height),
                    new Figure(mood, Mouth.CLOSED, 1_000, 0, 3));
            add(
                    elements,
                    new Area((columns - 1) * width, top, width, height),
                    new Figure(mood, Mouth.OPEN, 400, 1_000, -6));
        }
        Canvas canvas = new Java2dRenderer().open(size, new Shelf());
        canvas.draw(new Scene(size, elements), List.of(new Area(0, 0, size.width(), size.height())));
        write = size;
        return canvas;
    }

    private static Size write = Size.HD;

    private static void add(List<Element> elements, Area area, Content content) {
        elements.add(new Element("e" + elements.size(), area, content));
    }

    static void write(Canvas canvas, Path file) throws IOException {
        write(canvas, write, file);
    }

    static void write(Canvas canvas, Size size, Path file) throws IOException {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, size.width(), size.height(), canvas.pixels(), 0, size.width());
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
