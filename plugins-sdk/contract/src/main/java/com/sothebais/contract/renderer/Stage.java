package com.sothebais.contract.renderer;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** Canvases of the renderer under test, and ways to look at what is on them. */
abstract class Stage {
    static final Size SIZE = new Size(320, 180);
    static final Area WHOLE = new Area(0, 0, 320, 180);
    static final Area PLACE = new Area(40, 30, 200, 110);
    static final int BLACK = 0xFF000000;
    static final int WHITE = 0xFFFFFFFF;
    static final int RED = 0xFFFF0000;
    static final Style PLAIN = new Style(Weight.REGULAR, 22, WHITE, Align.LEFT, 3);
    static final AssetId NOWHERE = new AssetId("0".repeat(64));
    static final AssetId SOMETHING = new AssetId("1".repeat(64));

    final PlainPictures pictures = new PlainPictures();
    private final List<Canvas> opened = new ArrayList<>();

    /** The renderer under test. */
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

    static int[] noise() {
        return new Random(7).ints(120 * 80).map(pixel -> pixel | BLACK).toArray();
    }

    Canvas open() {
        Canvas canvas = renderer().open(SIZE, pictures);
        opened.add(canvas);
        canvas.draw(new Scene(SIZE, List.of()), List.of(WHOLE));
        return canvas;
    }

    int[] pixels(Scene scene) {
        Canvas canvas = open();
        canvas.draw(scene, List.of(WHOLE));
        return canvas.pixels().clone();
    }

    static Scene scene(Content content) {
        return new Scene(SIZE, List.of(new Element("only", PLACE, content)));
    }

    static boolean inside(Area area, int index) {
        return new Area(index % SIZE.width(), index / SIZE.width(), 1, 1).touches(area);
    }

    static int count(int[] pixels, Area area, IntPredicate wanted) {
        return (int) IntStream.range(0, pixels.length)
                .filter(i -> inside(area, i) && wanted.test(pixels[i]))
                .count();
    }

    static int leftmost(int[] pixels) {
        return lit(pixels).map(i -> i % SIZE.width()).min().orElseThrow();
    }

    static int rightmost(int[] pixels) {
        return lit(pixels).map(i -> i % SIZE.width()).max().orElseThrow();
    }

    static IntStream lit(int[] pixels) {
        return IntStream.range(0, pixels.length).filter(i -> pixels[i] != BLACK);
    }

    static void assertOpaque(int[] pixels) {
        assertThat(IntStream.of(pixels).filter(pixel -> pixel >>> 24 != 255)).isEmpty();
    }

    static void assertNothingOutside(Area area, int[] before, int[] after) {
        int[] touched = IntStream.range(0, after.length)
                .filter(i -> !inside(area, i) && before[i] != after[i])
                .toArray();
        assertThat(touched).as("pixels outside %s that changed", area).isEmpty();
    }

    static void assertSame(int[] actual, int[] expected, String when) {
        int at = Arrays.mismatch(actual, expected);
        assertThat(at)
                .as("%s: first pixel that differs, x %d y %d", when, at % 320, at / 320)
                .isEqualTo(-1);
    }
}
