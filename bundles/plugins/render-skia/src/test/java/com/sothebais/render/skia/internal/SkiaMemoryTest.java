package com.sothebais.render.skia.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import io.github.humbleui.skija.impl.Stats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Native memory is freed when it is no longer needed, and not when the garbage collector happens to come by. */
class SkiaMemoryTest {
    private static final Logger LOG = LoggerFactory.getLogger(SkiaMemoryTest.class);
    private static final int FRAMES = 100_000;
    /** By then every cache is full. */
    private static final int SETTLED = 20_000;

    private static final int NEW_EVERY = 10;
    private static final long GROWTH_MAX_KIB = 32 << 10;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Size SIZE = new Size(160, 90);
    private static final List<Area> WHOLE = List.of(new Area(0, 0, 160, 90));

    private Renderer renderer;

    @BeforeEach
    void count() {
        renderer = Here.renderer();
        Stats.allocated.clear();
        Stats.enabled = true;
    }

    @AfterEach
    void stopCounting() {
        Stats.enabled = false;
    }

    @Test
    void freesEverythingWhenTheCanvasIsClosed() {
        for (int round = 0; round < 20; round++) {
            try (Canvas canvas = renderer.open(Size.HD, LiveScene.pictures())) {
                canvas.draw(LiveScene.at(round), List.of(new Area(0, 0, 1280, 720)));
                assertThat(objects()).as("while it is open").containsKeys("Surface", "Image", "Typeface");
            }
        }

        assertThat(objects()).as("native objects of Skija that are left").isEmpty();
    }

    @Test
    void needsNoMoreMemoryAfterAHundredThousandFrames() throws IOException {
        assumeTrue(Files.exists(STATUS), "memory is read from " + STATUS);
        try (Canvas canvas = renderer.open(SIZE, new NewPictures())) {
            for (int frame = 0; frame < SETTLED; frame++) {
                canvas.draw(scene(frame), WHOLE);
            }
            Map<String, Integer> before = objects();
            long residentBefore = residentKib();
            for (int frame = SETTLED; frame < FRAMES; frame++) {
                canvas.draw(scene(frame), WHOLE);
            }
            long growth = residentKib() - residentBefore;
            LOG.info("native objects {} then {}; resident memory grew by {} KiB", before, objects(), growth);

            before.forEach((kind, number) -> assertThat(objects().getOrDefault(kind, 0))
                    .as("native objects of the kind %s", kind)
                    .isBetween(number - number / 4, number + number / 4));
            assertThat(objects().keySet()).isEqualTo(before.keySet());
            assertThat(growth).as("KiB of resident memory").isLessThan(GROWTH_MAX_KIB);
        }
        assertThat(objects()).isEmpty();
    }

    /** Something of every kind that is new every few frames, a picture that grows, and a ticker that runs. */
    private static Scene scene(int frame) {
        int step = frame / NEW_EVERY;
        Style style = new Style(Weight.values()[step % 3], 14, 0xFFFFFFFF, Align.LEFT, 2);
        String text = step % 7 == 0 ? "مزاد " + step + " 出価 🎉" : "Bid " + step;
        return new Scene(
                SIZE,
                List.of(
                        new Element("panel", new Area(0, 0, 160, 90), new Panel(step | 0xFF000000, -1, step % 30)),
                        new Element("text", new Area(4, 4, 100, 40), new Text(text, style)),
                        new Element("bar", new Area(4, 50, 100, 8), new Bar(step % 1_001, -1, 0xFF404040)),
                        new Element("figure", new Area(110, 4, 40, 40), new Figure(Mood.CALM, Mouth.OPEN, 0, 0, 0)),
                        new Element(
                                "art", new Area(110, 46, 40, 40), new Picture(new AssetId("a".repeat(64)), 4, frame)),
                        new Element(
                                "ticker", new Area(0, 70, 160, 20), new Ticker("The ledger is public", style, frame))));
    }

    private static Map<String, Integer> objects() {
        Map<String, Integer> living = new TreeMap<>(Stats.allocated);
        living.values().removeIf(number -> number == 0);
        return living;
    }

    private static long residentKib() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Pictures that are new arrays at each step, as those of a slow zoom are. */
    private static final class NewPictures implements Pictures {
        private Content last = new Panel(0, 0, 0);
        private Bitmap picture = Bitmap.NOTHING;
        private final Bitmap part = square(40);

        @Override
        public Optional<Bitmap> picture(Picture content, int width, int height) {
            if (!content.equals(last)) {
                picture = square(height);
                last = content;
            }
            return Optional.of(picture);
        }

        @Override
        public List<Bitmap> figure(Figure content, int width, int height) {
            return List.of(part);
        }

        private static Bitmap square(int edge) {
            int[] pixels = new int[edge * edge];
            Arrays.fill(pixels, 0xFF336699);
            return new Bitmap(0, 0, edge, edge, pixels, true);
        }
    }
}
