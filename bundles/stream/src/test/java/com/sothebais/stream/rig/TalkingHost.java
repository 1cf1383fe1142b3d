package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.scene.IdleMotion;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.video.DrawnPictures;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * Measures what a talking host costs: frames at 30 a second in which the mouth changes every 80 ms, the eyes move and the chest
 * breathes, in the place of the bundled layout. Prints microseconds of processor time of drawing a frame that changes; the first round
 * draws every look for the first time.
 */
final class TalkingHost {
    private static final Size SIZE = Size.HD;
    private static final Area PLACE = new Area(40, 450, 208, 210);
    private static final int MILLIS_A_MOUTH = 80;
    private static final int FRAMES = 30 * 120;
    private static final int ROUNDS = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private TalkingHost() {}

    public static void main(String[] arguments) {
        try (Canvas canvas = new Java2dRenderer().open(SIZE, new DrawnPictures(Gallery.waiting(new MemoryAssets())))) {
            for (Mood mood : List.of(Mood.CALM, Mood.TRIUMPHANT)) {
                for (int round = 1; round <= ROUNDS; round++) {
                    print(mood, round, talk(canvas, mood));
                }
            }
        }
    }

    private static long[] talk(Canvas canvas, Mood mood) {
        Scene before = scene(mood, 0);
        canvas.draw(before, Damage.all(SIZE));
        long[] nanos = new long[FRAMES];
        int drawn = 0;
        for (int frame = 1; frame <= FRAMES; frame++) {
            Scene next = scene(mood, frame);
            List<Area> damage = Damage.between(before, next);
            if (!damage.isEmpty()) {
                long start = THREADS.getCurrentThreadCpuTime();
                canvas.draw(next, damage);
                nanos[drawn++] = THREADS.getCurrentThreadCpuTime() - start;
            }
            before = next;
        }
        return Arrays.copyOf(nanos, drawn);
    }

    private static Scene scene(Mood mood, int frame) {
        long millis = frame * 1_000L / 30;
        Mouth mouth = Mouth.values()[(int) (millis / MILLIS_A_MOUTH * 5 % Mouth.values().length)];
        return new Scene(
                SIZE,
                List.of(
                        new Element("ground", new Area(0, 0, 1_280, 720), new Gradient(0xFF101826, 0xFF2A1B3D)),
                        new Element("host", PLACE, IdleMotion.figure(mood, mouth, millis))));
    }

    private static void print(Mood mood, int round, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%s round %d: %d frames drawn, median %.0f us, 99%% %.0f us, longest %.1f ms%n",
                mood,
                round,
                sorted.length,
                sorted[sorted.length / 2] / 1e3,
                sorted[sorted.length * 99 / 100] / 1e3,
                sorted[sorted.length - 1] / 1e6);
    }
}
