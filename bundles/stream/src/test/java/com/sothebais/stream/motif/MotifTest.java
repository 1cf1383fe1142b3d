package com.sothebais.stream.motif;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.stream.motif.Bubble.Side;
import com.sothebais.stream.motif.Bubble.Tail;
import com.sothebais.stream.motif.Shader.Paint;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MotifTest {
    private static final int FROM = 0xFF102030;
    private static final int TO = 0xFF80A0C0;

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void aPatternMovesAndIsTheSameAtTheSameStep(Pattern pattern) {
        Paint paint = new Paint(pattern, FROM, TO, 100, 100);
        Bitmap first = new Shader(paint, 200, 120).at(7);

        assertThat(new Shader(paint, 200, 120).at(7).pixels()).isEqualTo(first.pixels());
        assertThat(new Shader(paint, 200, 120).at(17).pixels()).isNotEqualTo(first.pixels());
        assertThat(first.opaque()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void aPatternHasNoColourButThoseBetweenItsTwo(Pattern pattern) {
        for (long step : new long[] {0, 33, 4_000, 25_920_000}) {
            for (int pixel : new Shader(new Paint(pattern, FROM, TO, 300, 40), 160, 90)
                    .at(step)
                    .pixels()) {
                for (int shift = 0; shift < 32; shift += 8) {
                    assertThat(pixel >>> shift & 0xFF).isBetween(FROM >>> shift & 0xFF, TO >>> shift & 0xFF);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void aClearPatternIsSound(Pattern pattern) {
        Bitmap bitmap = new Shader(new Paint(pattern, 0x00D9B15F, 0x60D9B15F, 100, 100), 64, 48).at(5);

        assertThat(bitmap.opaque()).isFalse();
        assertThat(Arrays.stream(bitmap.pixels()))
                .allMatch(pixel -> (pixel >> 16 & 0xFF) <= pixel >>> 24 && (pixel & 0xFF) <= pixel >>> 24);
    }

    @Test
    void aTailStandsBesideTheBoxOnItsSide() {
        Bitmap left = new Bubble(0xFF203040, 0xFFFFFFFF, 10, new Tail(Side.LEFT, 400, 20)).drawn(200, 100);
        Bitmap right = new Bubble(0xFF203040, 0xFFFFFFFF, 10, new Tail(Side.RIGHT, 400, 20)).drawn(200, 100);

        assertThat(alpha(left, 5, 5)).isZero();
        assertThat(rows(left, 8)).as("rows of the tail").isBetween(1L, 20L);
        assertThat(rows(left, 100)).isEqualTo(100);
        assertThat(rows(right, 191)).isEqualTo(rows(left, 8));
        assertThat(rows(right, 5)).isGreaterThan(70);
    }

    private static long rows(Bitmap bitmap, int x) {
        long rows = 0;
        for (int y = 0; y < 100; y++) {
            rows += alpha(bitmap, x, y) > 0 ? 1 : 0;
        }
        return rows;
    }

    private static int alpha(Bitmap bitmap, int x, int y) {
        int column = x - bitmap.x();
        int row = y - bitmap.y();
        return column < 0 || row < 0 || column >= bitmap.width() || row >= bitmap.height()
                ? 0
                : bitmap.pixels()[row * bitmap.width() + column] >>> 24;
    }
}
