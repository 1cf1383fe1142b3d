package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.Decoded;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Stages;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.VideoFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BroadcastTest {
    private static final int FPS = 30;
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    @TempDir
    private Path directory;

    private final Renderers renderers = new Renderers("");
    private final StageFollower follower = new StageFollower();
    private Broadcast broadcast;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @AfterEach
    void close() {
        if (broadcast != null) {
            broadcast.close();
        }
    }

    @Test
    void recordsPictureAndSoundWithoutGapsFromAKeyframeOn() {
        goOnAir();
        renderers.add(new FlatRenderer(), 0);
        frames(10);
        Path file = directory.resolve("show.mp4");
        Output recording = broadcast.record(file);
        broadcast.say(Stages.spoken("Welcome!", 2));
        frames(90);
        broadcast.finish(recording);

        Decoded decoded = Decoded.file(file);

        assertThat(decoded.width()).isEqualTo(1280);
        assertThat(decoded.height()).isEqualTo(720);
        assertThat(decoded.colorspace()).isEqualTo(avutil.AVCOL_SPC_BT709);
        assertThat(decoded.pictureSeconds()).hasSize(90);
        assertThat(decoded.pictureSeconds().get(0)).isZero();
        assertThat(decoded.longestGap()).isCloseTo(1.0 / FPS, within(0.001));
        assertThat(decoded.soundSeconds()).hasSizeGreaterThan(130);
        assertThat(decoded.soundSeconds().get(0)).isBetween(0.0, 0.04);
        double spoken = loudness(decoded, 0.5, 1.9);
        assertThat(spoken).as("voice at its common loudness").isBetween(0.07, 0.15);
        assertThat(loudness(decoded, 2.4, 2.9)).as("after the speech").isLessThan(0.01);
    }

    @Test
    void aRecordingThatWasNeverCompletedIsPlayableUpToItsLastFragment() throws IOException {
        goOnAir();
        Path file = directory.resolve("killed.mp4");
        Output recording = broadcast.record(file);
        frames(105);
        Await.until("all is written", () -> recording.status().traffic().queued() == 0);
        Path copy = directory.resolve("copy.mp4");
        Await.until("three fragments are in the file", () -> {
            try {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                return Decoded.file(copy).pictureSeconds().size() >= 90;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThat(Decoded.file(copy).longestGap()).isCloseTo(1.0 / FPS, within(0.001));
    }

    @Test
    void withoutFramesARecordingCannotGoOnInAnotherFileAndStays() {
        goOnAir();
        Path file = directory.resolve("show.mp4");
        Output recording = broadcast.record(file);
        frames(10);
        Path other = directory.resolve("other.mp4");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> broadcast.next(recording, other)))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("no keyframe");
        frames(10);
        broadcast.finish(recording);

        assertThat(other).doesNotExist();
        assertThat(Decoded.file(file).pictureSeconds()).hasSize(20);
    }

    @Test
    void theLivePlaylistRollsAndOldSegmentsAreDeleted() throws IOException {
        goOnAir();
        Path hls = directory.resolve("hls");
        broadcast.addHls(hls, 1, 4);
        Path playlist = hls.resolve("live.m3u8");
        // As fast as the output can write, but never faster: this test makes frames without a clock.
        for (int second = 0; second < 10; second++) {
            frames(FPS);
            Await.until("written", () -> health("hls").traffic().queued() == 0);
        }
        Await.until("a playlist of four", () -> segments(playlist) == 4);

        try (var files = Files.list(hls)) {
            assertThat(files.filter(file -> file.toString().endsWith(".ts")).count())
                    .isBetween(4L, 7L);
        }
        assertThat(health("hls").state()).isEqualTo(State.UP);
        assertThat(Files.readString(playlist))
                .contains("#EXT-X-TARGETDURATION:1")
                .doesNotContain("ENDLIST");
        String segment = Files.readAllLines(playlist).stream()
                .filter(line -> line.endsWith(".ts"))
                .findFirst()
                .orElseThrow();
        assertThat(Decoded.file(hls.resolve(segment)).pictureSeconds()).hasSize(FPS);
    }

    @Test
    void oneOutputThatCannotWriteLeavesTheOthersAlone() throws IOException {
        goOnAir();
        Path file = Files.createFile(directory.resolve("a-file"));
        broadcast.addHls(file.resolve("hls"), 1, 4);
        Output recording = broadcast.record(directory.resolve("good.mp4"));
        frames(60);
        broadcast.finish(recording);

        assertThat(Decoded.file(directory.resolve("good.mp4")).pictureSeconds()).hasSize(60);
        assertThat(health("hls").state()).isIn(State.WAITING, State.CONNECTING);
        assertThat(health("hls").failure())
                .hasValueSatisfying(text -> assertThat(text).contains("a-file"));
        assertThat(broadcast.health().picture().dropped()).isZero();
    }

    @Test
    void aRecordingThatCannotBeWrittenIsRefusedWithTheReason() throws IOException {
        goOnAir();
        Path file = Files.createFile(directory.resolve("in-the-way"));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> broadcast.record(file.resolve("show.mp4"))))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("in-the-way");
        assertThat(broadcast.health().outputs()).isEmpty();
    }

    @Test
    void remembersWhenABidWasFirstSeen() {
        goOnAir();
        ShowFacts facts = new ShowFacts().announced().open();
        follower.caughtUp();
        facts.listen(follower::on);
        Instant before = InstantSource.system().instant();
        facts.bid(ShowFacts.FIRST, "lena", "2.5", before);
        CorrelationId story = facts.stage().show().bids().get(0).correlation();
        assertThat(follower.firstFrame(story)).as("no frame yet").isEmpty();
        frames(3);

        assertThat(follower.firstFrame(story).orElseThrow())
                .isBetween(before, InstantSource.system().instant());
    }

    @Test
    void measuresFactsFromTheirInstantToTheFirstFrameThatShowsThem() {
        goOnAir();
        ShowFacts facts = new ShowFacts();
        facts.announced().open();
        follower.on(facts.recorded(
                new com.sothebais.api.auction.AuctionEvent.SessionMoved(
                        ShowFacts.SESSION,
                        com.sothebais.api.auction.SessionPhase.PLANNED,
                        com.sothebais.api.auction.SessionPhase.PRE),
                InstantSource.system().instant()));
        frames(2);
        assertThat(broadcast.health().stateToFrame().count())
                .as("facts from before the start")
                .isZero();

        follower.caughtUp();
        follower.on(facts.recorded(
                new com.sothebais.api.auction.AuctionEvent.SessionMoved(
                        ShowFacts.SESSION,
                        com.sothebais.api.auction.SessionPhase.PRE,
                        com.sothebais.api.auction.SessionPhase.LIVE),
                InstantSource.system().instant()));
        frames(3);

        assertThat(broadcast.health().stateToFrame().count()).isEqualTo(1);
        assertThat(broadcast.health().stateToFrame().p50Millis()).isBetween(0.0, 2_000.0);
    }

    @Test
    void aRendererThatThrowsIsReplacedByTheSlateAndComesBack() {
        goOnAir();
        FlatRenderer throwing = new FlatRenderer() {
            @Override
            protected void beforeDraw(Scene scene) {
                throw new IllegalStateException("no paint left");
            }
        };
        renderers.add(throwing, 5);
        framesUntil("the slate is on", () -> broadcast
                .slate()
                .filter(text -> text.contains("no paint left"))
                .isPresent());
        assertThat(broadcast.health().renderer()).isEqualTo("slate");

        renderers.remove(throwing);
        renderers.add(new FlatRenderer(), 0);
        framesUntil(
                "the other renderer draws", () -> broadcast.health().renderer().equals("flat"));
        assertThat(broadcast.slate()).isEmpty();
    }

    @Test
    void aRendererThatHangsIsReplacedByTheSlate() {
        goOnAir();
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean();
        FlatRenderer hanging = new FlatRenderer() {
            @Override
            protected void beforeDraw(Scene scene) {
                try {
                    if (hangs.get()) {
                        never.await();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        renderers.add(hanging, 0);
        framesUntil("it draws", () -> broadcast.health().renderer().equals("flat"));
        hangs.set(true);
        framesUntil("the slate is on", () -> broadcast
                .slate()
                .filter(text -> text.contains("did not answer"))
                .isPresent());

        assertThat(broadcast.health().renderer()).isEqualTo("slate");
        assertThat(broadcast.health().picture().late()).isPositive();
    }

    @Test
    void theSlateIsAPictureAndNotBlack() {
        goOnAir();
        Path file = directory.resolve("slate.mp4");
        Output recording = broadcast.record(file);
        frames(5);
        broadcast.finish(recording);

        byte[] row = Decoded.file(file).luma().get(4);
        int brightest = 0;
        for (byte value : row) {
            brightest = Math.max(brightest, value & 0xFF);
        }
        assertThat(row).hasSize(1280);
        assertThat(broadcast.health().renderer()).isEqualTo("slate");
        assertThat(brightest).as("limited range black is 16").isGreaterThan(17);
    }

    private void goOnAir() {
        Compositor compositor =
                new Compositor(Size.HD, renderers, Gallery.waiting(new MemoryAssets()), Duration.ofMillis(300));
        broadcast = new Broadcast(new Broadcast.Parts(
                new VideoFormat(Size.HD, FPS, 4_500, FPS, "superfast", 1),
                Composers.of(Size.HD),
                compositor,
                new Mixer(-26),
                follower,
                InstantSource.system()));
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            broadcast.frame(true, WAIT_NANOS);
        }
    }

    private void framesUntil(String what, java.util.function.BooleanSupplier condition) {
        Await.until(what, () -> {
            broadcast.frame(true, 1_000_000);
            return condition.getAsBoolean();
        });
    }

    private OutputStatus health(String name) {
        return broadcast.health().outputs().stream()
                .filter(output -> output.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long segments(Path playlist) {
        try {
            return Files.readAllLines(playlist).stream()
                    .filter(line -> line.endsWith(".ts"))
                    .count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static double loudness(Decoded decoded, double from, double to) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < decoded.loudness().size(); i++) {
            if (decoded.soundSeconds().get(i) >= from && decoded.soundSeconds().get(i) < to) {
                sum += decoded.loudness().get(i);
                count++;
            }
        }
        return sum / Math.max(1, count);
    }
}
