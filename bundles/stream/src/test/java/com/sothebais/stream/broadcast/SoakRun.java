package com.sothebais.stream.broadcast;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Stages;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.VideoFormat;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Plays a quiet lot in real time and prints what it costs: {@code SoakRun <directory> <renderer class> <artwork> <seconds>}. */
final class SoakRun {
    private SoakRun() {}

    public static void main(String[] args) throws Exception {
        NativeMedia.load(Path.of("target", "native"));
        Path directory = Path.of(args[0]);
        AssetId artwork = new AssetId("a".repeat(64));
        Renderers renderers = new Renderers("");
        renderers.add((Renderer) Class.forName(args[1]).getDeclaredConstructor().newInstance(), 0);
        StageFollower follower = new StageFollower();
        VideoFormat format = new VideoFormat(Size.HD, 30, 4_500, 30, "superfast", 1);
        Mixer mixer = new Mixer(-26);
        MemoryAssets assets = new MemoryAssets().with(artwork, Files.readAllBytes(Path.of(args[2])));
        Gallery gallery = Gallery.of(assets);
        Broadcast broadcast = new Broadcast(new Broadcast.Parts(
                format,
                Composers.of(Size.HD, gallery),
                new Compositor(Size.HD, renderers, gallery, Duration.ofSeconds(1)),
                mixer,
                follower,
                InstantSource.system()));
        broadcast.addHls(directory.resolve("hls"), 1, 6);
        FrameClock clock = new FrameClock(broadcast, 30);
        clock.start();
        mixer.loadMusic();
        Output recording = broadcast.record(directory.resolve("soak.mp4"));
        ShowFacts facts = tell(follower, artwork);
        Thread.sleep(5_000);
        System.out.println("after the start: " + broadcast.health());
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        long seconds = Long.parseLong(args[3]);
        for (long second = 0; second < seconds; second += 5) {
            broadcast.say(
                    Stages.spoken("Two point five ETH from @lena! The reserve is met, and the koi is leaving.", 2.5));
            for (int i = 0; i < 5; i++) {
                facts.bid(ShowFacts.FIRST, "bidder" + i, "3." + second + i, Instant.now());
                Thread.sleep(1_003);
            }
        }
        double share = (system.getProcessCpuTime() - cpu) * 100.0 / (System.nanoTime() - start);
        StreamHealth health = broadcast.health();
        System.out.printf("%.1f %% of one core; %s%n", share, health);
        broadcast.finish(recording);
        clock.close();
        broadcast.close();
    }

    private static ShowFacts tell(StageFollower follower, AssetId artwork) {
        ShowFacts facts = new ShowFacts();
        facts.listen(follower::on);
        follower.caughtUp();
        Instant now = Instant.now();
        facts.announced(artwork)
                .open()
                .opened(ShowFacts.FIRST, now)
                .bid(ShowFacts.FIRST, "kai", "1.8", now)
                .bid(ShowFacts.FIRST, "lena", "2.5", now);
        return facts;
    }
}
