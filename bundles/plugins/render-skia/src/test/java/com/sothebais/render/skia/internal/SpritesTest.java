package com.sothebais.render.skia.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Content.Gradient;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpritesTest {
    private static final long SPRITE_BYTES = 4 * 100 * 100 + 1_024;

    private final Sprites sprites = new Sprites(3 * SPRITE_BYTES);
    private final AtomicInteger drawn = new AtomicInteger();

    @BeforeEach
    void needsSkia() {
        Here.renderer();
    }

    @Test
    void drawsASpriteOnce() {
        sprites.of("a", this::sprite);
        sprites.of("a", this::sprite);

        assertThat(drawn).hasValue(1);
        sprites.close();
    }

    @Test
    void forgetsWhatWasUsedLongestAgoBeyondItsLimit() {
        for (String key : new String[] {"a", "b", "c", "a", "d"}) {
            sprites.of(key, this::sprite);
        }

        assertThat(sprites.count()).isEqualTo(3);
        assertThat(sprites.bytes()).isEqualTo(3 * SPRITE_BYTES);
        sprites.of("a", this::sprite);
        assertThat(drawn).as("a was used lately and is kept").hasValue(4);
        sprites.of("b", this::sprite);
        assertThat(drawn).hasValue(5);
        sprites.close();
    }

    @Test
    void keepsASpriteThatIsLargerThanTheLimitUntilTheNextOne() {
        Sprites small = new Sprites(10);
        small.of("a", this::sprite);
        assertThat(small.count()).isEqualTo(1);

        small.of("b", this::sprite);

        assertThat(small.count()).isEqualTo(1);
        small.close();
        assertThat(small.bytes()).isZero();
    }

    private Sprite sprite() {
        drawn.incrementAndGet();
        return Shapes.gradient(new Gradient(0xFF000000, 0xFFFFFFFF), 100, 100);
    }
}
