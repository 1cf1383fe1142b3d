package com.sothebais.stream.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Drawn;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.testing.MemoryAssets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredCanvasTest {
    private static final Size SIZE = new Size(320, 180);
    private static final Style STYLE = new Style(Weight.BOLD, 22, 0xFFF0F0F0, Align.LEFT, 2);
    private static final int ELEMENTS = 10;

    private final Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void looksAsIfEverythingWereDrawnEachTime(long seed) {
        random.setSeed(seed);
        try (Canvas layered = new LayeredCanvas(open(), SIZE);
                Canvas plain = open()) {
            List<Element> elements = elements();
            Scene before = new Scene(SIZE, List.of());
            for (int step = 0; step < 1_500; step++) {
                change(elements, step);
                Scene scene = new Scene(SIZE, elements);
                List<Area> damage = step == 0 ? Damage.all(SIZE) : Damage.between(before, scene);
                layered.draw(scene, damage);
                plain.draw(scene, damage);
                assertThat(Arrays.mismatch(layered.pixels(), plain.pixels()))
                        .as("first pixel that differs in step %d", step)
                        .isEqualTo(-1);
                before = scene;
            }
        }
    }

    @Test
    void givesTheRendererOneGroundForAllThatRests() {
        Recorder recorder = new Recorder(open());
        LayeredCanvas layered = new LayeredCanvas(recorder, SIZE);
        List<Element> elements = new ArrayList<>(elements());
        Area below = new Area(0, 150, 320, 30);
        for (int step = 0; step < 2 * LayeredCanvas.REST_DRAWINGS + 1; step++) {
            elements.set(ELEMENTS - 1, new Element("ticker", below, new Ticker("round and round", STYLE, step)));
            layered.draw(new Scene(SIZE, elements), step == 0 ? Damage.all(SIZE) : List.of(below));
        }

        assertThat(recorder.last.elements()).hasSize(2);
        assertThat(recorder.last.elements().get(0).content()).isInstanceOf(Drawn.class);
        assertThat(recorder.last.elements().get(1).id()).isEqualTo("ticker");
    }

    /** Most steps move one thing a little, some change or reorder what has rested for long. */
    private void change(List<Element> elements, int step) {
        elements.set(ELEMENTS - 1, element(ELEMENTS - 1, new Area(0, 140, 320, 40), step));
        int dice = random.nextInt(120);
        int place = 1 + random.nextInt(ELEMENTS - 2);
        Element was = elements.get(place);
        if (dice == 0) {
            elements.set(place, new Element(was.id(), area(), was.content()));
        } else if (dice == 1) {
            Collections.swap(elements, place, 1 + random.nextInt(ELEMENTS - 2));
        } else if (dice == 2) {
            elements.set(place, new Element("new" + step, area(), content(place, step)));
        } else if (dice < 5) {
            elements.set(place, new Element(was.id(), was.area(), content(place, step)));
        }
    }

    private List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        elements.add(new Element("ground", new Area(0, 0, 320, 180), new Gradient(0xFF203040, 0xFF604080)));
        for (int i = 1; i < ELEMENTS; i++) {
            elements.add(element(i, area(), 0));
        }
        return elements;
    }

    private Element element(int id, Area area, int step) {
        return new Element("e" + id, area, content(id, step));
    }

    private static Content content(int kind, int step) {
        return switch (kind % 3) {
            case 0 -> new Ticker("round and round it goes", STYLE, step);
            case 1 -> new Panel(0x80000000 | step * 7919, 0xFFFFFFFF, 8);
            default -> new Text("Bid " + step, STYLE);
        };
    }

    private Area area() {
        return new Area(random.nextInt(260), random.nextInt(140), 20 + random.nextInt(120), 20 + random.nextInt(60));
    }

    private static Canvas open() {
        Pictures pictures = new DrawnPictures(new MemoryAssets());
        return new Java2dRenderer().open(SIZE, pictures);
    }

    /** Remembers what it was given last. */
    private static final class Recorder implements Canvas {
        private final Canvas canvas;
        private Scene last = new Scene(SIZE, List.of());

        Recorder(Canvas canvas) {
            this.canvas = canvas;
        }

        @Override
        public void draw(Scene scene, List<Area> damage) {
            last = scene;
            canvas.draw(scene, damage);
        }

        @Override
        public int[] pixels() {
            return canvas.pixels();
        }

        @Override
        public void close() {
            canvas.close();
        }
    }
}
