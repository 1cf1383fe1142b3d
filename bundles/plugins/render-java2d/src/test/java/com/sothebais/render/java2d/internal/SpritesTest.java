package com.sothebais.render.java2d.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpritesTest {
    private final List<Integer> drawn = new ArrayList<>();

    @Test
    void drawsASpriteOnce() {
        Sprites sprites = new Sprites(100_000);

        assertThat(ask(sprites, 1)).isSameAs(ask(sprites, 1));
        assertThat(drawn).containsExactly(1);
    }

    @Test
    void forgetsWhatWasNotUsedForLongestAtItsLimit() {
        Sprites sprites = new Sprites(3 * sprite().bytes());
        for (int key : new int[] {1, 2, 3, 1, 4, 1, 3, 2}) {
            ask(sprites, key);
        }

        assertThat(drawn).containsExactly(1, 2, 3, 4, 2);
        assertThat(sprites.bytes()).isLessThanOrEqualTo(3 * sprite().bytes());
        assertThat(sprites.count()).isEqualTo(3);
    }

    @Test
    void limitsEvenSpritesOfNothing() {
        Sprites sprites = new Sprites(10_000);
        for (int key = 0; key < 1_000; key++) {
            sprites.of(key, () -> Bitmap.NOTHING);
        }

        assertThat(sprites.count()).isLessThan(20);
    }

    @Test
    void blendsAPremultipliedColour() {
        int[] target = {0xFF000000, 0xFFFFFFFF, 0xFF204060};
        Bitmap half = new Bitmap(0, 0, 3, 1, new int[] {0x80400020, 0x80400020, 0x00000000}, false);

        Blend.over(half, target, 3, 0, 0, new Area(0, 0, 3, 1));

        assertThat(target).containsExactly(0xFF400020, 0xFFBF7F9F, 0xFF204060);
    }

    @Test
    void staysInsideItsClip() {
        int[] target = new int[16];
        int[] white = new int[16];
        Arrays.fill(white, -1);

        Blend.over(new Bitmap(0, 0, 4, 4, white, true), target, 4, -1, 1, new Area(1, 0, 1, 3));

        assertThat(target).containsExactly(0, 0, 0, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0);
    }

    private Bitmap ask(Sprites sprites, int key) {
        return sprites.of(key, () -> {
            drawn.add(key);
            return sprite();
        });
    }

    private static Bitmap sprite() {
        return new Bitmap(0, 0, 10, 10, new int[100], false);
    }
}
