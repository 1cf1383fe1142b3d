package com.sothebais.render.java2d.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.contract.renderer.PlainPictures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Java2dCanvasTest {
    private static final List<Area> ALL = List.of(new Area(0, 0, 1280, 720));

    @Test
    void drawsAShowFrameByFrameAsIfEachFrameWereItsFirst() {
        try (Canvas canvas = open()) {
            Scene before = AuctionScene.at(0);
            canvas.draw(before, ALL);
            for (int frame = 7; frame < 400; frame += 31) {
                Scene after = AuctionScene.at(frame);
                List<Element> was = before.elements();
                // Elements of this scene that move do not touch each other.
                canvas.draw(
                        after,
                        IntStream.range(0, was.size())
                                .filter(i -> !was.get(i).equals(after.elements().get(i)))
                                .mapToObj(i -> was.get(i).area())
                                .toList());
                assertThat(Arrays.mismatch(canvas.pixels(), fresh(after)))
                        .as("frame %d", frame)
                        .isEqualTo(-1);
                before = after;
            }
        }
    }

    @Test
    void drawsTheSameAfterItHasBeenClosed() {
        Canvas canvas = open();
        canvas.close();
        canvas.draw(AuctionScene.at(3), ALL);

        assertThat(canvas.pixels()).isEqualTo(fresh(AuctionScene.at(3)));
    }

    private static int[] fresh(Scene scene) {
        try (Canvas canvas = open()) {
            canvas.draw(scene, ALL);
            return canvas.pixels();
        }
    }

    private static Canvas open() {
        return new Java2dRenderer().open(Size.HD, new PlainPictures());
    }
}
