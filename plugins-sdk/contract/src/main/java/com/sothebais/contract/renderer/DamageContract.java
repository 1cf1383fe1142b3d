package com.sothebais.contract.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Code;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawing the damage equals drawing everything, and nothing else changes. */
public abstract class DamageContract extends Stage {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void redrawingTheDamageEqualsRedrawingEverything(long seed) {
        pictures.store(SOMETHING, RED);
        Random random = new Random(seed);
        Scenes scenes = new Scenes(random, SOMETHING);
        Canvas patient = open();
        Scene before = scenes.next(new Scene(SIZE, List.of()));
        patient.draw(before, List.of(WHOLE));
        for (int step = 0; step < 40; step++) {
            Scene after = scenes.next(before);
            patient.draw(after, damage(before, after));
            Canvas fresh = renderer().open(SIZE, pictures);
            fresh.draw(after, List.of(WHOLE));
            assertSame(patient.pixels(), fresh.pixels(), "step " + step + " of seed " + seed);
            fresh.close();
            before = after;
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void changesNothingOutsideTheDamage(Content content) {
        Canvas canvas = open();
        canvas.draw(scene(new Gradient(0xFF102030, 0xFF405060)), List.of(WHOLE));
        int[] before = canvas.pixels().clone();
        Area first = new Area(60, 50, 37, 23);
        Area second = new Area(150, 40, 13, 71);

        canvas.draw(scene(content), List.of(first, second));

        int[] full = pixels(scene(content));
        for (int i = 0; i < before.length; i++) {
            boolean damaged = inside(first, i) || inside(second, i);
            assertThat(canvas.pixels()[i]).as("pixel %d", i).isEqualTo(damaged ? full[i] : before[i]);
        }
    }

    /** Where two scenes differ, as areas that do not overlap. */
    private static List<Area> damage(Scene before, Scene after) {
        Map<String, Element> old = new HashMap<>();
        before.elements().forEach(element -> old.put(element.id(), element));
        List<Area> areas = new ArrayList<>();
        for (Element element : after.elements()) {
            Element was = old.remove(element.id());
            if (!element.equals(was)) {
                add(areas, element.area());
                if (was != null) {
                    add(areas, was.area());
                }
            }
        }
        old.values().forEach(gone -> add(areas, gone.area()));
        return areas;
    }

    private static void add(List<Area> areas, Area area) {
        Area merged = area.intersection(WHOLE);
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).touches(merged)) {
                merged = merged.union(areas.remove(i));
                i = -1;
            }
        }
        if (!merged.isEmpty()) {
            areas.add(merged);
        }
    }

    /** A random walk through scenes: elements change, move, appear and go; their order stays. */
    private static final class Scenes {
        private static final int ELEMENTS = 9;
        private final Random random;
        private final AssetId picture;

        Scenes(Random random, AssetId picture) {
            this.random = random;
            this.picture = picture;
        }

        Scene next(Scene before) {
            Map<String, Element> old = new HashMap<>();
            before.elements().forEach(element -> old.put(element.id(), element));
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < ELEMENTS; i++) {
                Element was = old.get("e" + i);
                int dice = random.nextInt(10);
                if (was != null && dice > 2) {
                    elements.add(was);
                } else if (was != null && dice > 0) {
                    Area area = dice == 1 ? was.area() : area();
                    elements.add(new Element("e" + i, area, content(i)));
                } else if (was == null && dice > 4) {
                    elements.add(new Element("e" + i, area(), content(i)));
                }
            }
            return new Scene(SIZE, elements);
        }

        private Area area() {
            int x = random.nextInt(300) - 20;
            int y = random.nextInt(160) - 20;
            return new Area(x, y, 1 + random.nextInt(220), 1 + random.nextInt(120));
        }

        private Content content(int kind) {
            return switch (kind % 9) {
                case 0 -> new Gradient(random.nextInt() | BLACK, random.nextInt() | BLACK);
                case 1 -> new Panel(random.nextInt(), random.nextInt(), random.nextInt(24));
                case 2 ->
                    new Picture(random.nextBoolean() ? picture : NOWHERE, random.nextInt(20), random.nextInt(300));
                case 3 -> new Gradient(random.nextInt(), random.nextInt());
                case 4 -> new Bar(random.nextInt(1_001), random.nextInt() | BLACK, random.nextInt());
                case 5 -> new Ticker("round and round it goes", style(), random.nextInt(5_000));
                case 7 -> new Code(2, "#..#", random.nextInt() | BLACK, random.nextInt() | BLACK);
                case 6 -> new Text("Bid " + random.nextInt(100) + " from a collector in Łódź", style());
                default ->
                    new Figure(
                            Mood.values()[random.nextInt(8)],
                            Mouth.values()[random.nextInt(6)],
                            random.nextInt(1_001),
                            random.nextInt(2_001) - 1_000,
                            random.nextInt(13) - 6);
            };
        }

        private Style style() {
            Weight weight = Weight.values()[random.nextInt(3)];
            Align align = Align.values()[random.nextInt(3)];
            return new Style(weight, 8 + random.nextInt(40), random.nextInt() | BLACK, align, 1 + random.nextInt(3));
        }
    }
}
