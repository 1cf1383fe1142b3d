package com.sothebais.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A class of its own, because the two test engines write their reports per class. */
class AreaPropertyTest {

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
