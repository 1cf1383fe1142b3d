package com.sothebais.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Code;
import com.sothebais.api.stream.Content.Drawn;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the platform expects of every {@link Renderer}, above all that drawing the damage equals drawing everything. It is one
 * file, longer than others, so that a plugin's author reads the whole promise in one place.
 */
public abstract class RendererContract {
    private static final Size SIZE = new Size(320, 180);
    private static final Area WHOLE = new Area(0, 0, 320, 180);
    private static final Area PLACE = new Area(40, 30, 200, 110);
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private static final Style PLAIN = new Style(Weight.REGULAR, 22, WHITE, Align.LEFT, 3);
    private static final AssetId NOWHERE = new AssetId("0".repeat(64));

    private static final AssetId SOMETHING = new AssetId("1".repeat(64));
    private static final int RED = 0xFFFF0000;

    private final PlainPictures pictures = new PlainPictures();
    private final List<Canvas> opened = new ArrayList<>();

    /** The renderer under test; one for each test. */
    protected abstract Renderer renderer();

    @AfterEach
    void closeCanvases() {
        opened.forEach(Canvas::close);
    }

    static Stream<Content> everyKind() {
        return Stream.of(
                new Gradient(0xFF203040, 0xFF8090A0),
                new Panel(0xC0336699, 0xFFFFFFFF, 12),
                new Text("Going once, going twice", PLAIN),
                new Picture(NOWHERE, 8, 0),
                new Bar(600, 0xFFE0A94A, 0x80404040),
                new Ticker("Lot 1 of 2", PLAIN, 30),
                new Figure(Mood.CALM, Mouth.OPEN, 200, 300, 2),
                new Code(3, "#.#.#.##.", 0xFF101010, 0xFFF0F0F0),
                new Drawn(Bitmap.trimmed(noise(), 120, 80).moved(30, 20)));
    }

    private static int[] noise() {
        return new Random(7).ints(120 * 80).map(pixel -> pixel | BLACK).toArray();
    }

    @Test
    void hasAShortName() {
        assertThat(renderer().name()).matches("[a-z0-9-]{1,20}");
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void drawsEveryKindOfContentInsideItsAreaOnly(Content content) {
        int[] drawn = pixels(scene(content));

        assertOpaque(drawn);
        assertThat(count(drawn, PLACE, pixel -> pixel != BLACK)).isGreaterThan(100);
        assertNothingOutside(PLACE, pixels(new Scene(SIZE, List.of())), drawn);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void drawsTheSameContentTheSameWayOnAnotherCanvas(Content content) {
        assertThat(pixels(scene(content))).isEqualTo(pixels(scene(content)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void drawsAnythingInAnAreaOfOnePixelOrNoneOrBeyondTheEdge(Content content) {
        Area[] areas = {
            new Area(10, 10, 1, 1),
            new Area(10, 10, 0, 40),
            new Area(-50, -20, 90, 60),
            new Area(300, 170, 90, 60),
            new Area(2, 2, 300, 1),
            new Area(2, 2, 1, 170)
        };
        List<Element> elements = new ArrayList<>();
        for (Area area : areas) {
            elements.add(new Element("e" + elements.size(), area, content));
        }

        assertOpaque(pixels(new Scene(SIZE, elements)));
    }

    @Test
    void drawsLaterElementsOverEarlierOnes() {
        Element back = new Element("back", WHOLE, new Panel(0xFF00FF00, 0, 0));
        Element front = new Element("front", PLACE, new Gradient(0xFFFF0000, 0xFFFF0000));

        int[] drawn = pixels(new Scene(SIZE, List.of(back, front)));

        assertThat(count(drawn, PLACE, pixel -> pixel == 0xFFFF0000)).isEqualTo(PLACE.width() * PLACE.height());
        assertThat(drawn[0] & 0x00FF00).isNotZero();
    }

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

    @Test
    void keepsItsArrayOfPixels() {
        Canvas canvas = open();
        int[] pixels = canvas.pixels();
        canvas.draw(scene(new Gradient(WHITE, WHITE)), List.of(WHOLE));

        assertThat(canvas.pixels()).isSameAs(pixels).hasSize(SIZE.width() * SIZE.height());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen and still much more text than fits here, line after line",
                "🎉🔨 @koi_fan 出価 Ξ 1.25 مزاد",
                "\u0000\u0007\uD83C alone \u200D\uFE0F\n\n\nlines\tand tabs",
                "W",
                "jjjjjÅÇgypq"
            })
    void neverLetsTextLeaveItsArea(String text) {
        for (Weight weight : Weight.values()) {
            for (Align align : Align.values()) {
                Style style = new Style(weight, 64, WHITE, align, 2);
                int[] drawn = pixels(scene(new Text(text, style)));
                assertNothingOutside(PLACE, pixels(new Scene(SIZE, List.of())), drawn);
                assertThat(count(drawn, PLACE, pixel -> pixel != BLACK)).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n \t"})
    void drawsNothingForBlankText(String text) {
        int[] drawn = pixels(scene(new Text(text, PLAIN)));
        int[] ticker = pixels(scene(new Ticker(text, PLAIN, 12)));

        assertThat(drawn).containsOnly(BLACK);
        assertThat(ticker).containsOnly(BLACK);
    }

    @Test
    void alignsText() {
        int left = leftmost(pixels(scene(new Text("Sold", aligned(Align.LEFT)))));
        int center = leftmost(pixels(scene(new Text("Sold", aligned(Align.CENTER)))));
        int right = leftmost(pixels(scene(new Text("Sold", aligned(Align.RIGHT)))));

        assertThat(left).isBetween(PLACE.x(), PLACE.x() + 4);
        assertThat(center).isGreaterThan(left + 40);
        assertThat(right).isGreaterThan(center + 40);
    }

    private static Style aligned(Align align) {
        return new Style(Weight.BOLD, 24, WHITE, align, 1);
    }

    @Test
    void figuresDoNotJumpWhenDigitsChange() {
        Style style = new Style(Weight.FIGURES, 30, WHITE, Align.LEFT, 1);
        int end = rightmost(pixels(scene(new Text("88888", style))));

        for (int digit = 0; digit <= 9; digit++) {
            String text = String.valueOf(digit).repeat(4) + "8";
            assertThat(rightmost(pixels(scene(new Text(text, style))))).as(text).isEqualTo(end);
        }
    }

    @Test
    void laysWhatIsDrawnAlreadyDownAsItIsNow() {
        int[] drawn = noise();
        Scene scene = scene(new Drawn(new Bitmap(30, 20, 120, 80, drawn, true)));
        Canvas canvas = open();
        canvas.draw(scene, List.of(WHOLE));

        drawn[0] = RED;
        canvas.draw(scene, List.of(new Area(PLACE.x() + 30, PLACE.y() + 20, 2, 2)));

        for (int i = 0; i < drawn.length; i++) {
            int at = (PLACE.y() + 20 + i / 120) * 320 + PLACE.x() + 30 + i % 120;
            assertThat(canvas.pixels()[at]).as("pixel %d", i).isEqualTo(drawn[i]);
        }
    }

    @Test
    void laysAPictureDownWhereItIsPlaced() {
        pictures.store(SOMETHING, RED);
        int[] drawn = pixels(scene(new Picture(SOMETHING, 0, 0)));
        Area square = new Area(PLACE.x() + 45, PLACE.y(), 110, 110);

        assertThat(count(drawn, square, pixel -> pixel == RED)).isEqualTo(110 * 110);
        assertNothingOutside(square, pixels(new Scene(SIZE, List.of())), drawn);
    }

    @Test
    void showsAPictureOnceItIsStored() {
        Canvas canvas = open();
        Scene scene = scene(new Picture(SOMETHING, 6, 0));
        canvas.draw(scene, List.of(WHOLE));
        assertThat(count(canvas.pixels(), PLACE, pixel -> pixel != BLACK && pixel != RED))
                .as("a placeholder")
                .isGreaterThan(1_000);

        pictures.store(SOMETHING, RED);
        canvas.draw(scene, List.of(WHOLE));

        assertThat(count(canvas.pixels(), PLACE, pixel -> pixel == RED)).isEqualTo(110 * 110);
    }

    @Test
    void laysThePartsOfTheHostOverEachOther() {
        Figure figure = new Figure(Mood.CALM, Mouth.OPEN, 0, 0, 4);
        List<Bitmap> parts = pictures.figure(figure, PLACE.width(), PLACE.height());
        int body = parts.get(0).pixels()[0];

        int[] drawn = pixels(scene(figure));

        assertThat(drawn[(PLACE.y() + 100) * 320 + PLACE.x()]).isEqualTo(body);
        // The middle of the disc, half transparent white over black, four pixels to the right.
        assertThat(drawn[(PLACE.y() + 27) * 320 + PLACE.x() + 104]).isEqualTo(0xFF808080);
    }

    @Test
    void fillsABarFromTheLeft() {
        int track = 0xFF202020;
        int[] widths = IntStream.of(0, 250, 500, 1_000)
                .map(permille -> {
                    int[] drawn = pixels(scene(new Bar(permille, 0xFFFF0000, track)));
                    return count(drawn, new Area(PLACE.x(), 85, PLACE.width(), 1), pixel -> (pixel >> 16 & 0xFF) > 128);
                })
                .toArray();

        assertThat(widths[0]).isZero();
        assertThat(widths[1]).isBetween(40, 110);
        assertThat(widths[2]).isBetween(90, 150);
        assertThat(widths[3]).isBetween(190, 200);
    }

    @Test
    void drawsACodeWithSharpModulesAndAQuietZone() {
        Code code = new Code(2, "#..#", 0xFF101010, 0xFFF0F0F0);
        Scene scene = new Scene(SIZE, List.of(new Element("code", new Area(20, 10, 107, 104), code)));
        int[] drawn = pixels(scene);

        // Ten modules across make ten pixels each, in the middle of the area.
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                boolean dark = x / 10 == 4 && y / 10 == 4 || x / 10 == 5 && y / 10 == 5;
                assertThat(drawn[(12 + y) * SIZE.width() + 23 + x])
                        .as("module pixel %d, %d", x, y)
                        .isEqualTo(dark ? 0xFF101010 : 0xFFF0F0F0);
            }
        }
    }

    @Test
    void runsATickerToTheLeftByItsOffset() {
        Style style = new Style(Weight.REGULAR, 20, WHITE, Align.LEFT, 1);
        String text = "A ticker that is longer than the place it runs through";
        int[] still = pixels(scene(new Ticker(text, style, 100)));
        int[] moved = pixels(scene(new Ticker(text, style, 117)));

        for (int y = PLACE.y(); y < PLACE.y() + PLACE.height(); y++) {
            for (int x = PLACE.x(); x < PLACE.x() + PLACE.width() - 17; x++) {
                assertThat(moved[y * 320 + x]).isEqualTo(still[y * 320 + x + 17]);
            }
        }
    }

    @Test
    void closesMoreThanOnce() {
        Canvas canvas = renderer().open(SIZE, pictures);
        everyKind().forEach(content -> canvas.draw(scene(content), List.of(WHOLE)));

        assertThatCode(() -> {
                    canvas.close();
                    canvas.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void opensSeveralCanvasesThatDoNotDisturbEachOther() {
        Canvas one = open();
        Canvas other = open();
        one.draw(scene(new Gradient(WHITE, WHITE)), List.of(WHOLE));

        assertThat(other.pixels()).containsOnly(BLACK);
    }

    private Canvas open() {
        Canvas canvas = renderer().open(SIZE, pictures);
        opened.add(canvas);
        canvas.draw(new Scene(SIZE, List.of()), List.of(WHOLE));
        return canvas;
    }

    private int[] pixels(Scene scene) {
        Canvas canvas = open();
        canvas.draw(scene, List.of(WHOLE));
        return canvas.pixels().clone();
    }

    private static Scene scene(Content content) {
        return new Scene(SIZE, List.of(new Element("only", PLACE, content)));
    }

    private static boolean inside(Area area, int index) {
        return new Area(index % SIZE.width(), index / SIZE.width(), 1, 1).touches(area);
    }

    private static int count(int[] pixels, Area area, IntPredicate wanted) {
        return (int) IntStream.range(0, pixels.length)
                .filter(i -> inside(area, i) && wanted.test(pixels[i]))
                .count();
    }

    private static int leftmost(int[] pixels) {
        return lit(pixels).map(i -> i % SIZE.width()).min().orElseThrow();
    }

    private static int rightmost(int[] pixels) {
        return lit(pixels).map(i -> i % SIZE.width()).max().orElseThrow();
    }

    private static IntStream lit(int[] pixels) {
        return IntStream.range(0, pixels.length).filter(i -> pixels[i] != BLACK);
    }

    private static void assertOpaque(int[] pixels) {
        assertThat(IntStream.of(pixels).filter(pixel -> pixel >>> 24 != 255)).isEmpty();
    }

    private static void assertNothingOutside(Area area, int[] before, int[] after) {
        int[] touched = IntStream.range(0, after.length)
                .filter(i -> !inside(area, i) && before[i] != after[i])
                .toArray();
        assertThat(touched).as("pixels outside %s that changed", area).isEmpty();
    }

    private static void assertSame(int[] actual, int[] expected, String when) {
        int at = Arrays.mismatch(actual, expected);
        assertThat(at)
                .as("%s: first pixel that differs, x %d y %d", when, at % 320, at / 320)
                .isEqualTo(-1);
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
