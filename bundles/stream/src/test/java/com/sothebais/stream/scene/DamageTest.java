package com.sothebais.stream.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.video.DrawnPictures;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DamageTest {
    private static final Size SIZE = new Size(64, 48);

    @Test
    void equalScenesHaveNone() {
        assertThat(Damage.between(scene(box("a", new Area(3, 3, 5, 5), 1)), scene(box("a", new Area(3, 3, 5, 5), 1))))
                .isEmpty();
    }

    @Test
    void coversTheOldPlaceAndTheNewOne() {
        Scene before = scene(box("a", new Area(2, 2, 4, 4), 1));
        Scene after = scene(box("a", new Area(40, 20, 4, 4), 1));

        assertThat(Damage.between(before, after))
                .containsExactlyInAnyOrder(new Area(2, 2, 4, 4), new Area(40, 20, 4, 4));
    }

    @Test
    void aChangeOfOrderIsAChange() {
        Element low = box("a", new Area(2, 2, 10, 10), 1);
        Element high = box("b", new Area(6, 6, 10, 10), 2);

        assertThat(Damage.between(scene(low, high), scene(high, low))).isNotEmpty();
    }

    @Property(tries = 400)
    void drawingTheDamageGivesThePictureOfTheWholeScene(@ForAll("scenes") Scene before, @ForAll("scenes") Scene after) {
        List<Area> damage = Damage.between(before, after);

        try (var stepwise = new FlatRenderer().open(SIZE, new DrawnPictures(new MemoryAssets()));
                var whole = new FlatRenderer().open(SIZE, new DrawnPictures(new MemoryAssets()))) {
            stepwise.draw(withBackground(before), Damage.all(SIZE));
            stepwise.draw(withBackground(after), damage);
            whole.draw(withBackground(after), Damage.all(SIZE));
            assertThat(stepwise.pixels()).isEqualTo(whole.pixels());
        }
    }

    @Property(tries = 400)
    void areasAreEvenWithinTheSceneDisjointAndFew(@ForAll("scenes") Scene before, @ForAll("scenes") Scene after) {
        List<Area> damage = Damage.between(before, after);

        assertThat(damage).hasSizeLessThanOrEqualTo(Damage.AREAS_MAX).allSatisfy(area -> {
            assertThat((area.x() | area.y() | area.width() | area.height()) & 1).isZero();
            assertThat(area.isEmpty()).isFalse();
            assertThat(new Area(0, 0, SIZE.width(), SIZE.height()).intersection(area))
                    .isEqualTo(area);
        });
        for (int i = 0; i < damage.size(); i++) {
            for (int j = i + 1; j < damage.size(); j++) {
                assertThat(damage.get(i).touches(damage.get(j))).isFalse();
            }
        }
    }

    @Provide
    Arbitrary<Scene> scenes() {
        Arbitrary<Area> areas = Combinators.combine(
                        Arbitraries.integers().between(-8, 70),
                        Arbitraries.integers().between(-8, 50),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 20))
                .as(Area::new);
        Arbitrary<Element> elements = Combinators.combine(
                        Arbitraries.integers().between(0, 25),
                        areas,
                        Arbitraries.integers().between(0, 3))
                .as((id, area, color) -> box("e" + id, area, color));
        return elements.list().ofMaxSize(20).uniqueElements(Element::id).map(list -> new Scene(SIZE, list));
    }

    private static Scene withBackground(Scene scene) {
        List<Element> elements = new ArrayList<>();
        elements.add(box("background", new Area(0, 0, SIZE.width(), SIZE.height()), 9));
        elements.addAll(scene.elements());
        return new Scene(SIZE, elements);
    }

    private static Element box(String id, Area area, int color) {
        return new Element(id, area, new Panel(color, 0, 0));
    }

    private static Scene scene(Element... elements) {
        return new Scene(SIZE, List.of(elements));
    }
}
