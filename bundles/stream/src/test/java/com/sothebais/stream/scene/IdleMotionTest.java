package com.sothebais.stream.scene;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdleMotionTest {

    @Property
    void everyInstantHasAPoseWithinItsBounds(@ForAll @LongRange(min = 0, max = 86_400_000) long millis) {
        assertThat(IdleMotion.blinkPermille(millis)).isBetween(0, 1_000);
        assertThat(IdleMotion.gazePermille(millis)).isBetween(-1_000, 1_000);
        assertThat(IdleMotion.swayPixels(millis)).isBetween(-6, 6);
        assertThat(IdleMotion.breathPermille(millis)).isBetween(0, 1_000);
    }

    @Test
    void blinksAboutOnceInFourSeconds() {
        int blinks = 0;
        boolean closed = false;
        for (long millis = 0; millis < 60_000; millis += 33) {
            boolean now = IdleMotion.blinkPermille(millis) > 300;
            blinks += now && !closed ? 1 : 0;
            closed = now;
        }
        assertThat(blinks).isBetween(13, 18);
    }
}
