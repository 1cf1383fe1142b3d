package com.sothebais.benchmarks;

import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.stream.broadcast.Broadcast;
import com.sothebais.stream.broadcast.FrameClock;
import com.sothebais.stream.broadcast.StageFollower;
import com.sothebais.stream.layout.BundledLayout;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.scene.SceneComposer;
import com.sothebais.stream.scene.Screen;
import com.sothebais.stream.scene.Venue;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.VideoFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A lot on air and in a recording, with a bid a second of the show and a line of the host every five. The show may run faster than
 * the wall.
 */
final class StreamStudio implements AutoCloseable {
    private static final int LINE_EVERY_SECONDS = 5;
    private static final int MUSIC_DECIBELS = -26;
    private static final Duration DRAW_MAX = Duration.ofSeconds(2);

    private final StageFollower follower = new StageFollower();
    private final StreamShow show = new StreamShow(follower::on);
    private final Gallery gallery = Gallery.of(show);
    private final Broadcast broadcast;
    private final int fps;
    private FrameClock clock;
    private int ticks;
    private final Output recording;
    private final Path film;

    /** @param ticks frames that are made in a second of the wall; more than the format has make time pass faster */
    StreamStudio(Renderer renderer, VideoFormat format, int ticks) throws IOException {
        Renderers renderers = new Renderers("");
        renderers.add(renderer, 0);
        Mixer mixer = new Mixer(MUSIC_DECIBELS);
        this.broadcast = new Broadcast(new Broadcast.Parts(
                format,
                new SceneComposer(
                        new Screen(format.size(), format.fps()),
                        new BundledLayout(),
                        new Venue("sothebais", Optional.empty()),
                        gallery),
                new Compositor(format.size(), renderers, gallery, DRAW_MAX),
                mixer,
                follower,
                InstantSource.system()));
        this.fps = format.fps();
        this.film = directory().resolve("bench.mp4");
        follower.caughtUp();
        show.begin();
        run(ticks);
        mixer.loadMusic();
        this.recording = broadcast.record(film);
    }

    /** From now on so many frames are made in a second of the wall; it is the same show. */
    void pace(int perSecond) {
        clock.close();
        run(perSecond);
    }

    private void run(int perSecond) {
        ticks = perSecond;
        clock = new FrameClock(broadcast, perSecond);
        clock.start();
    }

    /** Where benchmarks of the stream keep what they need for a while. */
    static Path directory() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("sothebais.root", "."), "data", "bench-stream"));
    }

    Broadcast broadcast() {
        return broadcast;
    }

    StreamShow show() {
        return show;
    }

    /**
     * What happened in a stretch of the show.
     *
     * @param stateToFrame milliseconds from each bid to the frame that shows it, ascending
     */
    record Stretch(long frames, long late, long dropped, List<Double> stateToFrame) {
        double stateToFrame(double share) {
            return stateToFrame.isEmpty()
                    ? Double.NaN
                    : stateToFrame.get((int) Math.min(stateToFrame.size() - 1, share * stateToFrame.size()));
        }
    }

    /** Goes on for so many seconds of the wall. */
    Stretch perform(int seconds) throws InterruptedException {
        StreamHealth.Picture before = broadcast.health().picture();
        List<StreamShow.Told> told = new ArrayList<>();
        long start = System.nanoTime();
        long secondNanos = 1_000_000_000L * fps / ticks;
        for (int second = 0; second < (long) seconds * ticks / fps; second++) {
            if (second % LINE_EVERY_SECONDS == 0) {
                broadcast.say(show.line());
            }
            // Bids come at any time of a frame, so each is a little later in its second than the one before.
            sleepUntil(start + second * secondNanos + second * secondNanos / 143 % (secondNanos / 10 * 9));
            told.add(show.bid());
        }
        sleepUntil(start + seconds * 1_000_000_000L);
        StreamHealth.Picture after = broadcast.health().picture();
        return new Stretch(
                after.frames() - before.frames(),
                after.late() - before.late(),
                after.dropped() - before.dropped(),
                told.stream()
                        .flatMap(
                                bid -> follower.firstFrame(bid.story()).stream().map(shown -> millis(bid.at(), shown)))
                        .sorted()
                        .toList());
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    }

    @Override
    public void close() throws IOException {
        broadcast.finish(recording);
        clock.close();
        broadcast.close();
        gallery.close();
        Files.deleteIfExists(film);
    }
}
