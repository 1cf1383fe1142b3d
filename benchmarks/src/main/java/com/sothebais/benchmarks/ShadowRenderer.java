package com.sothebais.benchmarks;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.video.VideoEncoder;
import com.sothebais.stream.video.VideoFormat;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** Draws as another renderer does, and has a bare encoder with the same settings encode each frame that was drawn. */
final class ShadowRenderer implements Renderer {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Renderer renderer;
    private final VideoFormat format;
    private volatile long frames;
    private volatile long encodeNanos;

    ShadowRenderer(Renderer renderer, VideoFormat format) {
        this.renderer = renderer;
        this.format = format;
    }

    long frames() {
        return frames;
    }

    /** Processor time of the encoder alone. */
    long encodeNanos() {
        return encodeNanos;
    }

    @Override
    public String name() {
        return renderer.name();
    }

    @Override
    public Canvas open(Size size, Pictures pictures) {
        Canvas canvas = renderer.open(size, pictures);
        VideoEncoder encoder = new VideoEncoder(format);
        return new Canvas() {
            @Override
            public void draw(Scene scene, List<Area> damage) {
                canvas.draw(scene, damage);
                encoder.paint(canvas.pixels(), damage);
                long begin = THREADS.getCurrentThreadCpuTime();
                encoder.encode(frames, false);
                encodeNanos += THREADS.getCurrentThreadCpuTime() - begin;
                frames++;
            }

            @Override
            public int[] pixels() {
                return canvas.pixels();
            }

            @Override
            public void close() {
                canvas.close();
                encoder.close();
            }
        };
    }
}
