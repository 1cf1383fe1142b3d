package com.sothebais.stream.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.video.PixelConverter.Planes;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelConverterTest {
    private static final Size SIZE = new Size(32, 16);

    private final PixelConverter converter = new PixelConverter(SIZE);
    private final int[] pixels = new int[SIZE.width() * SIZE.height()];
    private final Planes planes = new Planes(
            ByteBuffer.allocateDirect(40 * 16),
            ByteBuffer.allocateDirect(20 * 8),
            ByteBuffer.allocateDirect(24 * 8),
            40,
            20,
            24);

    @Test
    void agreesWithTheFormulaOfBt709WithinOne() {
        Random random = new Random(7);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | random.nextInt(0x1000000);
        }
        converter.convert(pixels, new Area(0, 0, 32, 16), planes);

        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 32; x++) {
                double expected = 16 + 219 * luma(pixels[y * 32 + x]);
                assertThat((double) (planes.y().get(y * 40 + x) & 0xFF)).isBetween(expected - 1, expected + 1);
            }
        }
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 16; x++) {
                double u = 0;
                double v = 0;
                for (int i = 0; i < 4; i++) {
                    int pixel = pixels[(2 * y + i / 2) * 32 + 2 * x + i % 2];
                    u += ((pixel & 0xFF) / 255.0 - luma(pixel)) / 1.8556 / 4;
                    v += ((pixel >> 16 & 0xFF) / 255.0 - luma(pixel)) / 1.5748 / 4;
                }
                assertThat((double) (planes.u().get(y * 20 + x) & 0xFF)).isBetween(127 + 224 * u, 129 + 224 * u);
                assertThat((double) (planes.v().get(y * 24 + x) & 0xFF)).isBetween(127 + 224 * v, 129 + 224 * v);
            }
        }
    }

    @Test
    void vectorInstructionsGiveTheSameBytes() {
        PixelRows fastest = PixelRows.fastest();
        assumeTrue(!(fastest instanceof PlainRows), "this machine has no vector registers that are wide enough");
        PixelRows plain = new PlainRows();
        Random random = new Random(11);
        for (int width = 2; width <= 300; width += 2) {
            int[] two = random.ints(2L * width + 3, 0, 0x1000000).toArray();
            byte[][] expected = {new byte[width], new byte[width / 2], new byte[width / 2]};
            byte[][] actual = {new byte[width], new byte[width / 2], new byte[width / 2]};
            plain.luma(two, 3, width, expected[0]);
            plain.chroma(two, 3, 3 + width, width, expected[1], expected[2]);
            fastest.luma(two, 3, width, actual[0]);
            fastest.chroma(two, 3, 3 + width, width, actual[1], actual[2]);

            assertThat(actual).as("width %d", width).isDeepEqualTo(expected);
        }
    }

    @Test
    void blackAndWhiteAreTheEndsOfTheLimitedRange() {
        java.util.Arrays.fill(pixels, 0, pixels.length / 2, 0xFFFFFFFF);
        java.util.Arrays.fill(pixels, pixels.length / 2, pixels.length, 0xFF000000);
        converter.convert(pixels, new Area(0, 0, 32, 16), planes);

        assertThat(planes.y().get(0) & 0xFF).isEqualTo(235);
        assertThat(planes.y().get(15 * 40) & 0xFF).isEqualTo(16);
        assertThat(planes.u().get(0) & 0xFF).isEqualTo(128);
        assertThat(planes.v().get(7 * 24) & 0xFF).isEqualTo(128);
    }

    @Test
    void changesNothingOutsideTheArea() {
        java.util.Arrays.fill(pixels, 0xFFFFFFFF);
        converter.convert(pixels, new Area(4, 2, 8, 4), planes);

        int touched = 0;
        for (int i = 0; i < planes.y().capacity(); i++) {
            touched += planes.y().get(i) != 0 ? 1 : 0;
        }
        assertThat(touched).isEqualTo(8 * 4);
        assertThat(planes.y().get(2 * 40 + 4) & 0xFF).isEqualTo(235);
        assertThat(planes.u().get(20 + 2) & 0xFF).isEqualTo(128);
        assertThat(planes.u().get(20 + 1)).isZero();
    }

    @Test
    void refusesAreasThatAreOddOrReachOutside() {
        assertThatThrownBy(() -> converter.convert(pixels, new Area(1, 0, 2, 2), planes))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> converter.convert(pixels, new Area(0, 8, 32, 10), planes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double luma(int pixel) {
        return (0.2126 * (pixel >> 16 & 0xFF) + 0.7152 * (pixel >> 8 & 0xFF) + 0.0722 * (pixel & 0xFF)) / 255;
    }
}
