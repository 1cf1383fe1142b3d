package com.sothebais.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AreaTest {

    @Test
    void neighboursDoNotTouch() {
        assertThat(new Area(0, 0, 10, 10).touches(new Area(10, 0, 10, 10))).isFalse();
        assertThat(new Area(0, 0, 11, 10).touches(new Area(10, 0, 10, 10))).isTrue();
    }

    @Property
    void areasTouchExactlyWhenTheyShareAPixel(
            @ForAll @IntRange(min = 0, max = 20) int x,
            @ForAll @IntRange(min = 0, max = 20) int y,
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 20) int height) {
        Area fixed = new Area(5, 5, 10, 10);
        Area other = new Area(x, y, width, height);
        assertThat(fixed.touches(other)).isEqualTo(!fixed.intersection(other).isEmpty());
        assertThat(fixed.union(other).intersection(other)).isEqualTo(other);
    }
}
