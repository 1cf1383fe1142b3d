package com.sothebais.stream.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.layout.Contrast;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.video.DrawnPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Measures the text of the bundled layout in the frames that are sent: each text is taken out of its scene, and what then differs
 * is its letters and what lies behind them.
 */
class LegibilityTest {
    private static final Size SIZE = Size.HD;

    /** Of text of any size, by WCAG 2.2, 1.4.3 (AA). */
    private static final double CONTRAST_LEAST = 4.5;

    /**
     * Pixels of 720. On a phone of 6.1 inches held sideways the picture is 65 mm high, so 16 pixels are 1.44 mm; at 30 cm that is
     * 16.5 minutes of arc, and ISO 9241-303 asks for at least 16.
     */
    private static final int CAPITAL_LEAST_PIXELS = 16;

    /** Height of a capital of the bundled type face, thousandths of an em. */
    private static final int CAPITAL_PERMILLE = 720;

    private final Canvas canvas = new Java2dRenderer().open(SIZE, new DrawnPictures(new MemoryAssets()));

    @AfterEach
    void close() {
        canvas.close();
    }

    @Test
    void everyTextStandsOutFromWhatIsBehindIt() {
        scenes().forEach((name, scene) -> {
            for (Element element : texts(scene)) {
                assertThat(contrast(scene, element))
                        .as(name + " " + element.id())
                        .isGreaterThanOrEqualTo(CONTRAST_LEAST);
            }
        });
    }

    @Test
    void everyTextIsSetLargeEnoughForAPhone() {
        scenes().forEach((name, scene) -> {
            for (Element element : texts(scene)) {
                int size = element.content() instanceof Text text
                        ? text.style().sizePixels()
                        : ((Ticker) element.content()).style().sizePixels();
                assertThat(size * CAPITAL_PERMILLE / 1_000)
                        .as(name + " " + element.id())
                        .isGreaterThanOrEqualTo(CAPITAL_LEAST_PIXELS);
            }
        });
    }

    @Test
    void lettersAreThatHighInTheFrameUnlessANameIsTooLongForItsPlace() {
        scenes().forEach((name, scene) -> {
            for (Element element : texts(scene)) {
                boolean shrinks = element.id().matches("list\\.\\d+\\.name");
                if (!shrinks) {
                    assertThat(tallestLetter(scene, element))
                            .as(name + " " + element.id())
                            .isGreaterThanOrEqualTo(CAPITAL_LEAST_PIXELS);
                }
            }
        });
    }

    private static Map<String, Scene> scenes() {
        return ShowScenes.by(Composers.withWallet(SIZE));
    }

    private static List<Element> texts(Scene scene) {
        return scene.elements().stream()
                .filter(element -> element.content() instanceof Text || element.content() instanceof Ticker)
                .toList();
    }

    private int[] drawn(Scene scene, Area area) {
        canvas.draw(scene, List.of(area));
        int[] pixels = new int[area.width() * area.height()];
        for (int y = 0; y < area.height(); y++) {
            int from = (area.y() + y) * SIZE.width() + area.x();
            System.arraycopy(canvas.pixels(), from, pixels, y * area.width(), area.width());
        }
        return pixels;
    }

    private int[] without(Scene scene, Element element) {
        List<Element> others = new ArrayList<>(scene.elements());
        others.remove(element);
        return drawn(new Scene(SIZE, others), element.area());
    }

    /** Of the pixels that the letters cover whole, to what they cover. */
    private double contrast(Scene scene, Element element) {
        int[] with = drawn(scene, element.area());
        int[] behind = without(scene, element);
        int color = element.content() instanceof Text text
                ? text.style().color()
                : ((Ticker) element.content()).style().color();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < with.length; i++) {
            if (with[i] == color && behind[i] != color) {
                least = Math.min(least, Contrast.ratio(with[i], behind[i]));
            }
        }
        assertThat(least)
                .as("no letter of " + element.id() + " is in the frame")
                .isLessThan(Double.MAX_VALUE);
        return least;
    }

    /** Pixels from the top to the bottom of the tallest run of columns that letters leave no gap between. */
    private int tallestLetter(Scene scene, Element element) {
        int[] with = drawn(scene, element.area());
        int[] behind = without(scene, element);
        int width = element.area().width();
        int tallest = 0;
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int x = 0; x < width; x++) {
            boolean any = false;
            for (int y = 0; y < element.area().height(); y++) {
                if (with[y * width + x] != behind[y * width + x]) {
                    any = true;
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
            if (!any || x == width - 1) {
                tallest = bottom < 0 ? tallest : Math.max(tallest, bottom - top + 1);
                top = Integer.MAX_VALUE;
                bottom = -1;
            }
        }
        return tallest;
    }
}
