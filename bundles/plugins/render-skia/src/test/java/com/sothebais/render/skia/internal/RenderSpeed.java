package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints what a frame of a lot on air costs with Skia and with Java2D; in it the ticker, the host and every fourth frame the artwork
 * move: the damage only, and the whole frame from sprites that are at hand. Both draw the same frames in turn, in one process; the time is
 * that of the processor in the thread that draws, so that what else runs on the machine counts little.
 */
final class RenderSpeed {
    private static final Area WHOLE = new Area(0, 0, Size.HD.width(), Size.HD.height());
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 600;
    private static final int FRAMES = 3_000;

    private RenderSpeed() {}

    public static void main(String[] arguments) {
        List<Renderer> renderers = List.of(new Java2dRenderer(), new SkiaRenderer());
        long[][] damage = new long[renderers.size()][FRAMES];
        long[][] whole = new long[renderers.size()][FRAMES];
        List<Canvas> canvases = renderers.stream()
                .map(renderer -> renderer.open(Size.HD, LiveScene.pictures()))
                .toList();
        Scene before = LiveScene.at(0);
        for (int frame = 0; frame < WARM_UP + FRAMES; frame++) {
            Scene scene = LiveScene.at(frame);
            List<Area> areas = frame == 0 ? List.of(WHOLE) : LiveScene.damage(before, scene);
            for (int i = 0; i < canvases.size(); i++) {
                long started = CLOCK.getCurrentThreadCpuTime();
                canvases.get(i).draw(scene, areas);
                long drawn = CLOCK.getCurrentThreadCpuTime();
                canvases.get(i).draw(scene, List.of(WHOLE));
                long redrawn = CLOCK.getCurrentThreadCpuTime();
                if (frame >= WARM_UP) {
                    damage[i][frame - WARM_UP] = drawn - started;
                    whole[i][frame - WARM_UP] = redrawn - drawn;
                }
            }
            before = scene;
        }
        canvases.forEach(Canvas::close);
        for (int i = 0; i < renderers.size(); i++) {
            String name = renderers.get(i).name();
            System.out.printf(
                    Locale.ROOT,
                    "%-7s damage: median %.2f ms, p99 %.2f ms; whole frame: median %.2f ms, p99 %.2f ms%n",
                    name,
                    at(damage[i], 0.5),
                    at(damage[i], 0.99),
                    at(whole[i], 0.5),
                    at(whole[i], 0.99));
        }
    }

    private static double at(long[] nanos, double share) {
        Arrays.sort(nanos);
        return nanos[(int) (share * (nanos.length - 1))] / 1e6;
    }
}
