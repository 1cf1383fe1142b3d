package com.sothebais.stream.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Drawn;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.testing.Composers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds what the bundled layout puts where. After a wanted change, look at the frames ({@link ScenePreview}) and copy
 * {@code target/scenes.txt} over the golden file.
 */
class GoldenSceneTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/scenes.txt");
    private static final Path ACTUAL = Path.of("target/scenes.txt");

    @Test
    void theBundledLayoutComposesAShowAsItAlwaysDid() throws IOException {
        Map<String, Scene> scenes = ShowScenes.by(Composers.of(Size.HD));
        String actual = scenes.entrySet().stream()
                .map(scene -> "= " + scene.getKey() + "\n" + written(scene.getValue()))
                .collect(Collectors.joining());
        Files.writeString(ACTUAL, actual, StandardCharsets.UTF_8);

        assertThat(actual).isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    private static String written(Scene scene) {
        return scene.elements().stream().map(GoldenSceneTest::written).collect(Collectors.joining());
    }

    private static String written(Element element) {
        Area area = element.area();
        return element.id() + " | " + area.x() + " " + area.y() + " " + area.width() + " " + area.height() + " | "
                + written(element.content()) + "\n";
    }

    /** Pixels are written as their sum, because an array has no words. */
    private static String written(Content content) {
        return content instanceof Drawn drawn
                ? "Drawn[" + drawn.bitmap().width() + "x" + drawn.bitmap().height() + ", "
                        + Arrays.hashCode(drawn.bitmap().pixels()) + "]"
                : content.toString();
    }
}
