package com.sothebais.stream.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Size;
import com.sothebais.stream.scene.Slate;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.testing.ShowFacts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlatePainterTest {
    private static final Instant NOW = ShowFacts.LIVE.plusSeconds(5);
    private static final int GOLD = 0xE8B64C;

    static List<Size> sizes() {
        return List.of(Size.HD, Size.FULL_HD);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theSlateOfARehearsalHasTheBorderOfItsPicturesAndNoOtherHas(Size size) throws IOException {
        int[] rehearsal =
                paint(ShowFacts.rehearsal(60).announced().open().stage(), size, "slate-rehearsal-" + size.height());
        int[] real = paint(new ShowFacts().announced().open().stage(), size, "slate-" + size.height());
        int[] nothing = paint(Stage.EMPTY, size, "slate-empty-" + size.height());

        assertThat(isAllAround(rehearsal, size)).isTrue();
        assertThat(edge(real, size)).doesNotContain(GOLD);
        assertThat(edge(nothing, size)).doesNotContain(GOLD);
        assertThat(plate(rehearsal, size)).as("the word is dark on the plate").isBetween(0.1, 0.5);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theMarkGoesWithTheRehearsal(Size size) {
        SlatePainter painter = new SlatePainter(size);
        painter.paint(Slate.of(ShowFacts.rehearsal().announced().open().stage(), NOW));
        assertThat(painter.paint(Slate.of(Stage.EMPTY, NOW))).isTrue();
        assertThat(edge(painter.pixels(), size)).doesNotContain(GOLD);
    }

    /** Also writes it, to look at. */
    private static int[] paint(Stage stage, Size size, String name) throws IOException {
        SlatePainter painter = new SlatePainter(size);
        painter.paint(Slate.of(stage, NOW));
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, size.width(), size.height(), painter.pixels(), 0, size.width());
        Path directory = Files.createDirectories(Path.of("target", "slates"));
        ImageIO.write(image, "png", directory.resolve(name + ".png").toFile());
        return painter.pixels();
    }

    /** The outermost pixels. */
    private static int[] edge(int[] pixels, Size size) {
        int[] edge = new int[2 * (size.width() + size.height())];
        int count = 0;
        for (int x = 0; x < size.width(); x++) {
            edge[count++] = pixels[x] & 0xFFFFFF;
            edge[count++] = pixels[(size.height() - 1) * size.width() + x] & 0xFFFFFF;
        }
        for (int y = 0; y < size.height(); y++) {
            edge[count++] = pixels[y * size.width()] & 0xFFFFFF;
            edge[count++] = pixels[(y + 1) * size.width() - 1] & 0xFFFFFF;
        }
        return edge;
    }

    private static boolean isAllAround(int[] pixels, Size size) {
        return Arrays.stream(edge(pixels, size)).allMatch(pixel -> pixel == GOLD);
    }

    /** The part of the middle of the plate at the top that is not gold. */
    private static double plate(int[] pixels, Size size) {
        int height = size.height() * 34 / 720;
        int left = size.width() / 2 - size.width() * 80 / 1280;
        int width = size.width() * 160 / 1280;
        int other = 0;
        for (int y = 0; y < height; y++) {
            for (int x = left; x < left + width; x++) {
                other += (pixels[y * size.width() + x] & 0xFFFFFF) == GOLD ? 0 : 1;
            }
        }
        return (double) other / (width * height);
    }
}
