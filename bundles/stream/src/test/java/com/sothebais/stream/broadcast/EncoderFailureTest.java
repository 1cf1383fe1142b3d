package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.PushUrl;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.Decoded;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.Peer;
import com.sothebais.stream.testing.RecordingCheck;
import com.sothebais.stream.testing.RtmpServer;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The video encoder fails in the middle of a stream: every output goes on where it was. Frames are made no faster than in real
 * time, and a slow machine never makes up for lost ones.
 */
class EncoderFailureTest {
    private static final int FPS = 30;
    private static final double FRAME_SECONDS = 1.0 / FPS;
    private static final double GAP_SECONDS_MAX = 1.2;

    @TempDir
    private Path directory;

    private final VideoFormat format = new VideoFormat(Size.HD, FPS, 4_500, FPS, "superfast", 1);
    private final Breakable encoders = new Breakable(format);
    private Broadcast broadcast;
    private long lastNanos = System.nanoTime();

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @BeforeEach
    void goOnAir() {
        Renderers renderers = new Renderers("");
        renderers.add(new FlatRenderer(), 0);
        Mixer mixer = new Mixer(-26);
        broadcast = new Broadcast(new Broadcast.Parts(
                format,
                Composers.of(Size.HD),
                new Compositor(Size.HD, renderers, new MemoryAssets(), Duration.ofSeconds(5)),
                mixer,
                new StageFollower(),
                InstantSource.system(),
                encoders));
        framesUntil("the renderer draws", () -> broadcast.health().renderer().equals("flat"));
    }

    @AfterEach
    void close() {
        broadcast.close();
    }

    @Test
    void theStreamGoesOnWithTheNextFrameAndSaysWhy() {
        Path file = directory.resolve("show.mp4");
        Output recording = broadcast.record(file);
        frames(40);
        encoders.breakDown(0);
        framesUntil("it was opened again", () -> encoders.opened() == 2);
        frames(45);
        broadcast.finish(recording);

        assertThat(broadcast.encoderTrouble()).hasValueSatisfying(text -> assertThat(text)
                .contains("the video encoder libx264 failed at frame")
                .contains("End of file"));
        RecordingCheck check = RecordingCheck.of(file);
        assertThat(check.ordered()).isTrue();
        assertThat(check.longestPictureGap()).isCloseTo(2 * FRAME_SECONDS, within(0.001));
        assertThat(check.longestSoundGap()).as("sound never noticed").isLessThan(0.022);
        assertThat(Peer.complaints(file)).isEmpty();
        assertThat(broadcast.health().picture().dropped()).isEqualTo(1);
    }

    @Test
    void whileItCannotBeOpenedItIsTriedEverySecond() {
        Path file = directory.resolve("show.mp4");
        Output recording = broadcast.record(file);
        frames(40);
        encoders.breakDown(1);
        framesUntil("the refusal is told", () -> broadcast
                .encoderTrouble()
                .filter(text -> text.contains("cannot be opened again"))
                .isPresent());
        framesUntil("it was opened again", () -> encoders.opened() == 2);
        frames(45);
        broadcast.finish(recording);

        RecordingCheck check = RecordingCheck.of(file);
        assertThat(check.ordered()).isTrue();
        assertThat(check.longestPictureGap()).isBetween(3 * FRAME_SECONDS, GAP_SECONDS_MAX);
        assertThat(check.longestSoundGap()).isLessThan(0.022);
        assertThat(Peer.complaints(file)).isEmpty();
    }

    @Test
    void aPushStaysOnItsConnection() throws Exception {
        try (RtmpServer server = new RtmpServer(directory.resolve("server"))) {
            broadcast.addPush("push", PushUrl.of(server.url("key")), Path.of("none"));
            framesUntil("the server has the stream", () -> status().state() == OutputStatus.State.UP);
            frames(60);
            encoders.breakDown(1);
            framesUntil("it was opened again", () -> encoders.opened() == 2);
            frames(60);

            assertThat(status().traffic().reconnects()).isZero();
            assertThat(status().traffic().droppedPackets()).isZero();
            broadcast.close();
            assertThat(server.broadcasts("key")).hasSize(1);
            Path received = server.broadcasts("key").get(0);
            Await.until("the server has written all of it", () -> Peer.pictures(received) >= 80);
            assertThat(RecordingCheck.of(received).ordered()).isTrue();
            assertThat(Decoded.file(received).longestGap()).isBetween(3 * FRAME_SECONDS, GAP_SECONDS_MAX);
            assertThat(Peer.complaints(received)).isEmpty();
        }
    }

    private OutputStatus status() {
        return broadcast.outputs().get(0);
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            frame();
        }
    }

    private void framesUntil(String what, BooleanSupplier condition) {
        Await.until(what, () -> {
            frame();
            return condition.getAsBoolean();
        });
    }

    private void frame() {
        long due = lastNanos + TimeUnit.SECONDS.toNanos(1) / FPS;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        lastNanos = System.nanoTime();
        broadcast.frame(true, TimeUnit.SECONDS.toNanos(5));
    }
}
