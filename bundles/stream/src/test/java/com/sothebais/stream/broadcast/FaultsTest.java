package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.Decoded;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around the broadcast while its own clock ticks. */
class FaultsTest {
    private static final int FPS = 30;
    private static final int BLOCK_BYTES = 8 << 20;

    @TempDir
    Path directory;

    private final Renderers renderers = new Renderers("");
    private final AtomicReference<Duration> stepped = new AtomicReference<>(Duration.ZERO);
    private Broadcast broadcast;
    private FrameClock ticker;

    @BeforeAll
    static void load() {
        NativeMedia.load(Path.of("target", "native").toAbsolutePath());
    }

    @AfterEach
    void close() {
        if (ticker != null) {
            ticker.close();
            broadcast.close();
        }
    }

    @Test
    void aRendererThatEatsAllMemoryIsReplacedByTheSlateAndTheStreamGoesOn() {
        goOnAir();
        Output recording = broadcast.record(directory.resolve("leak.mp4"));
        FlatRenderer leaking = new FlatRenderer() {
            private List<byte[]> leak = new ArrayList<>();

            @Override
            protected void beforeDraw(Scene scene) {
                for (int i = 0; i < 1_000; i++) {
                    leak.add(new byte[BLOCK_BYTES]);
                }
            }

            @Override
            protected void closed() {
                leak = new ArrayList<>();
            }
        };
        renderers.add(leaking, 5);
        Await.until("the slate says why", () -> broadcast
                .slate()
                .filter(text -> text.contains("OutOfMemoryError"))
                .isPresent());
        renderers.remove(leaking);
        renderers.add(new FlatRenderer(), 0);
        Await.until(
                "another renderer draws", () -> broadcast.health().renderer().equals("flat"));

        long frames = broadcast.health().picture().frames();
        Await.until("frames come", () -> broadcast.health().picture().frames() > frames + FPS);
        assertThat(recording.status().state()).isEqualTo(State.UP);
        broadcast.finish(recording);
    }

    @Test
    void aClockThatIsSteppedMovesCountdownsAndNothingElse() {
        renderers.add(new FlatRenderer(), 0);
        goOnAir();
        Await.until("it draws", () -> broadcast.health().renderer().equals("flat"));
        Path file = directory.resolve("stepped.mp4");
        Output recording = broadcast.record(file);
        StreamHealth.Picture before = broadcast.health().picture();
        for (Duration step : List.of(Duration.ofHours(3), Duration.ofDays(-2), Duration.ofMillis(-40))) {
            long frames = broadcast.health().picture().frames();
            stepped.set(stepped.get().plus(step));
            Await.until("half a second", () -> broadcast.health().picture().frames() >= frames + FPS / 2);
        }
        Await.until("written", () -> recording.status().traffic().queued() == 0);
        StreamHealth.Picture after = broadcast.health().picture();
        broadcast.finish(recording);

        Decoded decoded = Decoded.file(file);
        assertThat(after.frames()).isGreaterThan(before.frames() + FPS);
        assertThat(decoded.pictureSeconds()).hasSizeGreaterThan(40);
        assertThat(decoded.longestGap()).isCloseTo(1.0 / FPS, within(0.001));
        assertThat(broadcast.health().drift().clockMillis())
                .as("the step is seen")
                .isLessThan(-1_000);
    }

    private void goOnAir() {
        broadcast = new Broadcast(new Broadcast.Parts(
                new VideoFormat(Size.HD, FPS, 4_500, FPS, "superfast", 1),
                Composers.of(Size.HD),
                new Compositor(Size.HD, renderers, Gallery.waiting(new MemoryAssets()), Duration.ofSeconds(5)),
                new Mixer(-26),
                new StageFollower(),
                () -> Instant.now().plus(stepped.get())));
        ticker = new FrameClock(broadcast, FPS);
        ticker.start();
    }
}
