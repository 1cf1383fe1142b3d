package com.sothebais.stream.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Part;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LensTest {
    private static final int GREY = 0xFF808080;

    private final Lens lens = new Lens();

    @Test
    void anEvenPictureStaysEvenWhateverIsSeenOfIt() {
        Print print = even(90, 50, GREY);
        for (int zoom = 0; zoom < 1_000_000; zoom += 7_919) {
            Bitmap bitmap = lens.framed(print, new Part(zoom, zoom, 1_000_000 - zoom), 0, 60, 40);
            assertThat(bitmap.pixels()).containsOnly(GREY);
            assertThat(bitmap.opaque()).isTrue();
        }
    }

    @Test
    void whatIsSeenMovesByPartsOfAPixel() {
        Print print = rising(400, 20);
        double before = -1;
        for (int step = 0; step <= 50; step++) {
            Bitmap bitmap = lens.framed(print, new Part(500_000, 10_000 * step, 500_000), 0, 200, 10);
            double mean = Arrays.stream(bitmap.pixels())
                    .map(pixel -> pixel & 0xFF)
                    .average()
                    .orElseThrow();
            assertThat(mean).as("step " + step).isGreaterThan(before);
            before = mean;
        }
    }

    @Test
    void theEdgesOfThePartAreThoseOfThePicture() {
        Print print = rising(256, 4);

        Bitmap left = lens.framed(print, new Part(1_000_000, 0, 0), 0, 128, 2);
        Bitmap right = lens.framed(print, new Part(1_000_000, 1_000_000, 0), 0, 128, 2);

        assertThat(left.pixels()[0] & 0xFF).isZero();
        assertThat(left.pixels()[127] & 0xFF).isCloseTo(127, within(1));
        assertThat(right.pixels()[0] & 0xFF).isCloseTo(128, within(1));
        assertThat(right.pixels()[127] & 0xFF).isEqualTo(255);
    }

    @Test
    void coloursNeverExceedTheirAlpha() {
        int[] pixels = new int[64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            int alpha = i * 37 & 0xFF;
            pixels[i] = alpha << 24 | alpha << 16 | alpha / 2 << 8 | alpha;
        }
        Bitmap bitmap = lens.framed(new Print(64, 64, pixels, false), new Part(130_000, 300_000, 700_000), 12, 90, 90);

        for (int pixel : bitmap.pixels()) {
            int alpha = pixel >>> 24;
            assertThat(Math.max(pixel >> 16 & 0xFF, Math.max(pixel >> 8 & 0xFF, pixel & 0xFF)))
                    .isLessThanOrEqualTo(alpha);
        }
    }

    @Test
    void aPrintHasNoMorePixelsThanItsPlaceNeedsAndTheSameBrightness() {
        int[] pixels = new int[1_000 * 600];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | ((i / 3) % 2 == 0 ? 0xFFFFFF : 0);
        }
        Print print = Print.of(1_000, 600, pixels, 100, 100);

        assertThat(print.width()).isEqualTo(150);
        assertThat(print.height()).isEqualTo(90);
        assertThat(Arrays.stream(print.pixels())
                        .map(pixel -> pixel & 0xFF)
                        .average()
                        .orElseThrow())
                .isCloseTo(127.5, within(1.5));
        assertThat(print.opaque()).isTrue();
    }

    private static Print even(int width, int height, int color) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, color);
        return new Print(width, height, pixels, true);
    }

    /** Darker on the left than on the right. */
    private static Print rising(int width, int height) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int value = i % width * 255 / (width - 1);
            pixels[i] = 0xFF000000 | value << 16 | value << 8 | value;
        }
        return new Print(width, height, pixels, true);
    }
}
