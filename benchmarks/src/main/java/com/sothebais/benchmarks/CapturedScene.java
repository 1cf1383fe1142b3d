package com.sothebais.benchmarks;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.video.VideoFormat;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** A scene as renderers get it in the show of the benchmarks, before anything of it rests. */
final class CapturedScene implements AutoCloseable {
    /** Less than it takes for anything to rest. */
    private static final int SECONDS = 2;

    private static final int ROWS = 4;
    private static final long WAIT_SECONDS = 30;

    private final SynchronousQueue<Scene> scenes = new SynchronousQueue<>();
    private final StreamStudio studio;

    CapturedScene(VideoFormat format) throws IOException {
        this.studio = new StreamStudio(new Capturing(), format, format.fps());
    }

    Scene take() throws InterruptedException {
        for (int row = 0; row < ROWS; row++) {
            studio.show().bid();
        }
        studio.perform(SECONDS);
        Scene scene = scenes.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (scene == null) {
            throw new IllegalStateException("nothing was drawn within " + WAIT_SECONDS + " s");
        }
        return scene;
    }

    StreamShow show() {
        return studio.show();
    }

    @Override
    public void close() throws IOException {
        studio.close();
    }

    /** Hands over what it draws to whoever waits for it. */
    private final class Capturing implements Renderer {
        @Override
        public String name() {
            return "capturing";
        }

        @Override
        public Canvas open(Size size, Pictures pictures) {
            Canvas canvas = new Java2dRenderer().open(size, pictures);
            return new Canvas() {
                @Override
                public void draw(Scene scene, List<Area> damage) {
                    canvas.draw(scene, damage);
                    scenes.offer(scene);
                }

                @Override
                public int[] pixels() {
                    return canvas.pixels();
                }

                @Override
                public void close() {
                    canvas.close();
                }
            };
        }
    }
}
