package com.sothebais.contract.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Code;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of content is drawn in its area, over what is behind it, the same way each time. */
public abstract class DrawingContract extends Stage {
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

    @Test
    void keepsItsArrayOfPixels() {
        Canvas canvas = open();
        int[] pixels = canvas.pixels();
        canvas.draw(scene(new Gradient(WHITE, WHITE)), List.of(WHOLE));

        assertThat(canvas.pixels()).isSameAs(pixels).hasSize(SIZE.width() * SIZE.height());
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
    void refusesASceneOfAnotherSize() {
        Scene other = new Scene(Size.FULL_HD, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open().draw(other, List.of()))
                .withMessageContaining(String.valueOf(SIZE.width()))
                .withMessageContaining("1920");
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
}
