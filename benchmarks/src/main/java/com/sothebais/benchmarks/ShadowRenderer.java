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

/**
 * Draws as another renderer does, and has a bare encoder with the same settings encode each frame that was drawn: in the same
 * process and the same second as the pipeline, so that both are disturbed alike.
 */
final class ShadowRenderer implements Renderer {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Renderer renderer;
    private final VideoFormat format;
    private volatile Work work = new Work(0, 0, 0, 0);

    /** Nanoseconds of processor time: what the renderer drew, and what the bare encoder took to paint and to encode. */
    record Work(long frames, long draw, long paint, long encode) {
        Work minus(Work other) {
            return new Work(frames - other.frames, draw - other.draw, paint - other.paint, encode - other.encode);
        }

        /** What is here because of the measuring alone. */
        long extra() {
            return paint + encode;
        }
    }

    ShadowRenderer(Renderer renderer, VideoFormat format) {
        this.renderer = renderer;
        this.format = format;
    }

    Work work() {
        return work;
    }

    @Override
    public String name() {
        return renderer.name();
    }

    @Override
    public Canvas open(Size size, Pictures pictures) {
        Canvas canvas = renderer.open(size, pictures);
        VideoEncoder encoder = VideoEncoder.unaware(format);
        return new Canvas() {
            @Override
            public void draw(Scene scene, List<Area> damage) {
                long begin = THREADS.getCurrentThreadCpuTime();
                canvas.draw(scene, damage);
                long drawn = THREADS.getCurrentThreadCpuTime();
                encoder.paint(canvas.pixels(), damage);
                long painted = THREADS.getCurrentThreadCpuTime();
                encoder.encode(work.frames(), false);
                long encoded = THREADS.getCurrentThreadCpuTime();
                work = new Work(
                        work.frames() + 1,
                        work.draw() + drawn - begin,
                        work.paint() + painted - drawn,
                        work.encode() + encoded - painted);
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
