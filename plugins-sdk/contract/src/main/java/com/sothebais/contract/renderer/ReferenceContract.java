package com.sothebais.contract.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All renderers show the same: what they draw is compared with pictures that Java2D drew ({@link Likeness} says how). After a wanted
 * change run the tests of {@code render-java2d} with {@code -Dreferences.write=} and the folder {@code reference} of this module's
 * resources, look at the pictures, and commit them.
 */
public abstract class ReferenceContract extends Stage {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceContract.class);
    private static final String WRITE = "references.write";
    private static final String AUTHOR = "java2d";
    private static final Path OUT = Path.of("target", "references");
    private static final String SHOW = "show-bids";
    private static final String TITLE = "lot.title";

    static Stream<String> names() {
        return References.scenes().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void looksLikeTheReference(String name) {
        Scene scene = References.scenes().get(name);
        int[] actual = drawn(scene);
        String folder = System.getProperty(WRITE, "");
        if (!folder.isEmpty()) {
            assertThat(renderer().name()).as("who may write references").isEqualTo(AUTHOR);
            References.write(Path.of(folder, name + ".png"), actual, scene.size());
            return;
        }
        int[] expected = expected(name);
        Likeness likeness = Likeness.of(actual, expected, scene.size());
        LOG.info("{} drawn by {}: {}", name, renderer().name(), likeness);
        if (!likeness.isClose()) {
            show(name, actual, expected, scene.size());
        }
        assertThat(likeness.isClose())
                .as("%s; see %s", likeness, OUT.resolve(name + "-*.png").toAbsolutePath())
                .isTrue();
    }

    private static int[] expected(String name) {
        return References.picture(name)
                .orElseThrow(() -> new AssertionError("no picture of " + name + ": draw it with -D" + WRITE));
    }

    private void show(String name, int[] actual, int[] expected, Size size) {
        References.write(OUT.resolve(name + "-actual.png"), actual, size);
        References.write(OUT.resolve(name + "-expected.png"), expected, size);
        References.write(OUT.resolve(name + "-difference.png"), Likeness.picture(actual, expected, size), size);
    }

    @Test
    void noticesTextThatStandsSixPixelsAside() {
        assertNoticed(TITLE, element -> {
            Area area = element.area();
            Area aside = new Area(area.x() + 6, area.y(), area.width(), area.height());
            return new Element(element.id(), aside, element.content());
        });
    }

    @Test
    void noticesTextInAnotherColour() {
        assertNoticed(TITLE, element -> {
            Text text = (Text) element.content();
            Style was = text.style();
            Style style = new Style(was.weight(), was.sizePixels(), 0xFFE0B35A, was.align(), was.lines());
            return with(element, new Text(text.text(), style));
        });
    }

    @Test
    void noticesTextThatIsSetSmaller() {
        assertNoticed(TITLE, element -> {
            Text text = (Text) element.content();
            Style was = text.style();
            Style style = new Style(was.weight(), was.sizePixels() - 2, was.color(), was.align(), was.lines());
            return with(element, new Text(text.text(), style));
        });
    }

    @Test
    void noticesABackgroundOfAnotherColour() {
        assertNoticed("background", element -> with(element, new Gradient(0xFF111022, 0xFF241C3A)));
    }

    @Test
    void noticesThatAnElementIsMissing() {
        for (String id : List.of(TITLE, "price", "clock.bar", "artwork", "host.figure", "ticker")) {
            assertNoticed(id, element -> with(element, new Panel(0, 0, 0)));
        }
    }

    private static Element with(Element element, Content content) {
        return new Element(element.id(), element.area(), content);
    }

    /** That the scene of a show with one element changed is no longer taken for its reference. */
    private void assertNoticed(String id, UnaryOperator<Element> change) {
        assumeTrue(System.getProperty(WRITE, "").isEmpty(), "references are being drawn");
        Scene scene = References.scenes().get(SHOW);
        List<Element> changed = scene.elements().stream()
                .map(element -> element.id().equals(id) ? change.apply(element) : element)
                .toList();
        assertThat(changed).as("a scene with %s changed", id).isNotEqualTo(scene.elements());
        int[] expected = expected(SHOW);

        Likeness likeness = Likeness.of(drawn(new Scene(scene.size(), changed)), expected, scene.size());

        LOG.info("{} changed: {}", id, likeness);
        assertThat(likeness.isClose()).as("%s changed: %s", id, likeness).isFalse();
    }

    private int[] drawn(Scene scene) {
        Size size = scene.size();
        try (Canvas canvas = renderer().open(size, References.pictures())) {
            canvas.draw(scene, List.of(new Area(0, 0, size.width(), size.height())));
            return canvas.pixels().clone();
        }
    }
}
