package com.sothebais.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AreaTest {

    @Test
    void neighboursDoNotTouch() {
        assertThat(new Area(0, 0, 10, 10).touches(new Area(10, 0, 10, 10))).isFalse();
        assertThat(new Area(0, 0, 11, 10).touches(new Area(10, 0, 10, 10))).isTrue();
    }
}
