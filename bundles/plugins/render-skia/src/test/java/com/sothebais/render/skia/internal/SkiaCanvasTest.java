package com.sothebais.render.skia.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkiaCanvasTest {
    private static final List<Area> ALL = List.of(new Area(0, 0, 1280, 720));

    @Test
    void drawsAShowFrameByFrameAsIfEachFrameWereItsFirst() {
        try (Canvas canvas = open()) {
            Scene before = LiveScene.at(0);
            canvas.draw(before, ALL);
            for (int frame = 7; frame < 400; frame += 31) {
                Scene after = LiveScene.at(frame);
                canvas.draw(after, LiveScene.damage(before, after));
                assertThat(Arrays.mismatch(canvas.pixels(), fresh(after)))
                        .as("frame %d", frame)
                        .isEqualTo(-1);
                before = after;
            }
        }
    }

    @Test
    void refusesToDrawOnceItIsClosedBecauseItsMemoryIsGone() {
        Canvas canvas = open();
        canvas.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> canvas.draw(LiveScene.at(0), ALL))
                .withMessageContaining("closed");
    }

    @Test
    void keepsThePixelsDrawnLastWhenItIsClosed() {
        int[] drawn = fresh(LiveScene.at(3));

        try (Canvas canvas = open()) {
            canvas.draw(LiveScene.at(3), ALL);
            assertThat(drawn).isEqualTo(canvas.pixels());
        }
    }

    private static int[] fresh(Scene scene) {
        try (Canvas canvas = open()) {
            canvas.draw(scene, ALL);
            return canvas.pixels();
        }
    }

    private static Canvas open() {
        return Here.renderer().open(Size.HD, LiveScene.pictures());
    }
}
