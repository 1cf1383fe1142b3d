package com.sothebais.benchmarks;

import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.broadcast.Broadcast;
import com.sothebais.stream.broadcast.FrameClock;
import com.sothebais.stream.broadcast.StageFollower;
import com.sothebais.stream.layout.BundledLayout;
import com.sothebais.stream.media.NativeMedia;
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
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The pipeline of the stream in real time, from facts to a recording, beside a bare encoder that gets the same pictures with the same
 * settings. Both are processor time a frame, so that the ratio says what everything around the encoder costs.
 */
final class StreamBenchmark implements Benchmark {
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 15;
    private static final int LINE_EVERY_SECONDS = 5;
    private static final int MUSIC_DECIBELS = -26;
    private static final Duration DRAW_MAX = Duration.ofSeconds(2);

    @Override
    public String title() {
        return "Stream: a lot with a bid a second, pipeline beside bare encoder (--seconds N each, default " + SECONDS
                + ")";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        int seconds = options.number("seconds", SECONDS);
        Files.createDirectories(directory());
        NativeMedia.load(directory().resolve("native"));
        measure("720p30", new VideoFormat(Size.HD, 30, 4_500, 30, "superfast", 1), seconds, figures);
        measure("1080p30", new VideoFormat(Size.FULL_HD, 30, 6_000, 30, "superfast", 1), seconds, figures);
        measure("720p60", new VideoFormat(Size.HD, 60, 6_000, 60, "superfast", 1), seconds, figures);
    }

    private static void measure(String name, VideoFormat format, int seconds, Figures figures) throws Exception {
        Play play = play(new Java2dRenderer(), format, seconds);
        ShadowRenderer shadow = new ShadowRenderer(new Java2dRenderer(), format);
        play(shadow, format, Math.max(1, seconds / 2));
        double pipeline = play.cpuSeconds() * 1e3 / play.frames();
        double bare = shadow.encodeNanos() / 1e6 / shadow.frames();
        figures.put("stream.cpu_ms_a_frame_" + name, pipeline);
        figures.put("stream.encoder_ms_a_frame_" + name, bare);
        figures.put("stream.encoder_ratio_" + name, pipeline / bare);
        figures.put("stream.frames_" + name, play.frames());
        figures.put("stream.late_" + name, play.late());
        figures.put("stream.state_to_frame_p95_ms_" + name, play.stateToFrame95());
    }

    /** What a run took behind its warm-up. */
    private record Play(long frames, long late, double cpuSeconds, double stateToFrame95) {}

    private static Play play(Renderer renderer, VideoFormat format, int seconds) throws Exception {
        Path film = directory().resolve("bench.mp4");
        StageFollower follower = new StageFollower();
        StreamShow show = new StreamShow(follower::on);
        Renderers renderers = new Renderers("");
        renderers.add(renderer, 0);
        Mixer mixer = new Mixer(MUSIC_DECIBELS);
        Gallery gallery = Gallery.of(show);
        Broadcast broadcast = new Broadcast(new Broadcast.Parts(
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
        FrameClock clock = new FrameClock(broadcast, format.fps());
        try {
            follower.caughtUp();
            show.begin();
            clock.start();
            mixer.loadMusic();
            Output recording = broadcast.record(film);
            perform(show, broadcast, WARM_UP_SECONDS);
            StreamHealth before = broadcast.health();
            double cpu = cpuSeconds();
            perform(show, broadcast, seconds);
            StreamHealth after = broadcast.health();
            Play play = new Play(
                    after.picture().frames() - before.picture().frames(),
                    after.picture().late() - before.picture().late(),
                    cpuSeconds() - cpu,
                    after.stateToFrame().p95Millis());
            broadcast.finish(recording);
            return play;
        } finally {
            clock.close();
            broadcast.close();
            gallery.close();
            Files.deleteIfExists(film);
        }
    }

    private static void perform(StreamShow show, Broadcast broadcast, int seconds) throws InterruptedException {
        for (int second = 0; second < seconds; second++) {
            if (second % LINE_EVERY_SECONDS == 0) {
                broadcast.say(show.line());
            }
            show.bid();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static double cpuSeconds() throws IOException {
        return Processes.cpuSeconds(ProcessHandle.current().pid());
    }

    private static Path directory() {
        return Path.of(System.getProperty("sothebais.root", "."), "data", "bench-stream");
    }
}
