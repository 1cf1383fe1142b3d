package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.agent.Speech.MouthCue;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Utterance;
import com.sothebais.stream.clip.ClipMaker;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.Playback;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Picture and sound belong together: a bid that turns a part of the picture white and a click that the host says with an open mouth
 * go on air in the same instant, and are looked for in the recording.
 */
class SyncTest {
    private static final double TOLERANCE_SECONDS = 0.040;
    private static final int CLICKS = 8;
    private static final int BETWEEN_MILLIS = 767;
    private static final String BID = "bid";
    private static final String MOUTH = "mouth";

    @TempDir
    private Path directory;

    private final StageFollower follower = new StageFollower();
    private final ShowFacts facts = new ShowFacts();
    private final Map<String, Area> areas = new ConcurrentHashMap<>();
    private int fps;
    private Breakable encoders;
    private Broadcast broadcast;
    private int bids;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @AfterEach
    void close() {
        broadcast.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60})
    void aChangeOfTheSceneAClickAndTheMouthAreTogether(int rate) {
        goOnAir(rate);
        assertTogether(recorded(this::clicks), CLICKS);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60})
    void theyAreStillTogetherAfterAStandstill(int rate) {
        goOnAir(rate);
        assertTogether(
                recorded(() -> {
                    clicks();
                    broadcast.skip(200);
                    clicks();
                    broadcast.skip(7);
                    clicks();
                }),
                3 * CLICKS);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60})
    void theyAreStillTogetherAfterTheEncoderWasOpenedAgain(int rate) {
        goOnAir(rate);
        assertTogether(
                recorded(() -> {
                    clicks();
                    encoders.breakDown(0);
                    frames(2);
                    clicks();
                }),
                2 * CLICKS);
        assertThat(encoders.opened()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60})
    void theyAreTogetherInAClipAsInTheRecording(int rate) {
        goOnAir(rate);
        Seen whole = recorded(this::clicks);
        // In the first second of the clip, which is where the times of a film are moved.
        int lot = IntStream.range(1, CLICKS)
                .filter(i -> whole.bids().get(i) % 1 > 0.1
                        && whole.clicks().get(i) % 1 > whole.bids().get(i) % 1)
                .findFirst()
                .orElseThrow();
        Instant began = ShowFacts.LIVE.minusMillis((long) (whole.bids().get(lot) * 1_000) - 50);
        Recordings recordings = new Recordings(directory.resolve("recordings.tsv"));
        recordings.began(directory.resolve("sync.mp4"), began);
        ClipMaker maker = new ClipMaker(recordings, InstantSource.fixed(ShowFacts.LIVE.plusSeconds(60)));
        ShowFacts.tellOneLot(maker::on);
        maker.caughtUp();
        maker.work();

        Seen clip = seen(maker.clips().get(0).file());
        double late = whole.clicks().get(lot) - whole.bids().get(lot);
        double click = clip.clicks().get(0);
        // The clip may begin in the flash before.
        assertThat(clip.bids()).anySatisfy(bid -> assertThat(click - bid).isCloseTo(late, within(0.002)));
        assertThat(clip.clicks()).hasSizeGreaterThan(2);
    }

    /** When something white appeared, and when the sound began, in seconds of the recording. */
    private record Seen(List<Double> bids, List<Double> mouths, List<Double> clicks) {}

    private void assertTogether(Seen seen, int count) {
        double frameSeconds = 1.0 / fps;
        assertThat(seen.clicks()).hasSize(count);
        assertThat(seen.bids()).hasSize(count);
        assertThat(seen.mouths()).hasSize(count);
        System.out.println(offsets(seen));
        for (int i = 0; i < count; i++) {
            double click = seen.clicks().get(i);
            assertThat(click - seen.bids().get(i))
                    .as("from the flash to click %d", i)
                    .isBetween(-TOLERANCE_SECONDS, TOLERANCE_SECONDS);
            assertThat(seen.mouths().get(i) - click)
                    .as("from click %d to the open mouth", i)
                    .isBetween(-frameSeconds, frameSeconds);
        }
    }

    private String offsets(Seen seen) {
        DoubleSummaryStatistics late = IntStream.range(0, seen.clicks().size())
                .mapToDouble(i -> (seen.clicks().get(i) - seen.bids().get(i)) * 1e3)
                .summaryStatistics();
        return String.format(
                Locale.ROOT, "from flash to click at %d fps: %.1f to %.1f ms", fps, late.getMin(), late.getMax());
    }

    private Seen recorded(Runnable show) {
        Path file = directory.resolve("sync.mp4");
        Output recording = broadcast.record(file);
        frames(10);
        show.run();
        frames(20);
        broadcast.finish(recording);
        return seen(file);
    }

    private Seen seen(Path file) {
        Watcher watcher = new Watcher();
        Playback.of(file, watcher);
        return new Seen(watcher.bids.times, watcher.mouths.times, watcher.clicks);
    }

    private void goOnAir(int rate) {
        fps = rate;
        VideoFormat format = new VideoFormat(Size.HD, fps, 4_500, fps, "superfast", 1);
        encoders = new Breakable(format);
        Renderers renderers = new Renderers("");
        renderers.add(new BlackAndWhite(), 0);
        Compositor compositor =
                new Compositor(Size.HD, renderers, Gallery.waiting(new MemoryAssets()), Duration.ofSeconds(5));
        broadcast = new Broadcast(new Broadcast.Parts(
                format, Composers.of(Size.HD), compositor, new Mixer(-26), follower, InstantSource.system(), encoders));
        facts.listen(follower::on);
        facts.announced().open().opened(ShowFacts.FIRST, Instant.now());
        bid("dark");
        Await.until("the renderer draws", () -> {
            frames(1);
            return broadcast.health().renderer().equals("flat");
        });
    }

    private void clicks() {
        for (int i = 0; i < CLICKS; i++) {
            bid("flash");
            broadcast.say(new Utterance("Vivienne", "!", Mood.CALM, Optional.of(click())));
            frames(fps * BETWEEN_MILLIS / 1_000);
            bid("dark");
            frames(fps * BETWEEN_MILLIS / 1_000);
        }
    }

    private void bid(String handle) {
        bids++;
        facts.bid(ShowFacts.FIRST, handle, Integer.toString(bids), Instant.now());
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            broadcast.frame(true, TimeUnit.SECONDS.toNanos(5));
        }
    }

    /** Ten milliseconds of sound in three tenths of a second of speech. */
    private static Speech click() {
        float[] samples = new float[Speech.SAMPLE_RATE_HZ * 3 / 10];
        for (int i = 0; i < Speech.SAMPLE_RATE_HZ / 100; i++) {
            samples[i] = (float) (0.8 * Math.cos(2 * Math.PI * 2_000 * i / Speech.SAMPLE_RATE_HZ));
        }
        return new Speech(
                samples,
                List.of(
                        new MouthCue(Duration.ofMillis(150), Mouth.OPEN),
                        new MouthCue(Duration.ofMillis(300), Mouth.CLOSED)));
    }

    /** White is what the test looks for, all else is black. */
    private final class BlackAndWhite extends FlatRenderer {
        @Override
        protected void beforeDraw(Scene scene) {
            for (Element element : scene.elements()) {
                if (element.content() instanceof Figure) {
                    areas.put(MOUTH, element.area());
                } else if (element.id().equals("lot.leader")) {
                    areas.put(BID, element.area());
                }
            }
        }

        @Override
        protected int paint(Content content) {
            boolean open = content instanceof Figure figure && figure.mouth() == Mouth.OPEN;
            boolean flash = content instanceof Text text && text.text().contains("flash");
            return open || flash ? 0xFFFFFFFF : 0xFF000000;
        }
    }

    /** Notes when a place becomes white. */
    private static final class Spot {
        private final List<Double> times = new ArrayList<>();
        private boolean white;

        void look(double seconds, byte[] luma, Area area) {
            int middle = (area.y() + area.height() / 2) * Size.HD.width() + area.x() + area.width() / 2;
            boolean now = (luma[middle] & 0xFF) > 128;
            if (now && !white) {
                times.add(seconds);
            }
            white = now;
        }
    }

    private final class Watcher implements Playback.Viewer {
        private static final float LOUD = 0.02f;
        private static final double PAUSE_SECONDS = 0.3;

        private final Spot bids = new Spot();
        private final Spot mouths = new Spot();
        private final List<Double> clicks = new ArrayList<>();
        private double lastLoud = -1;

        @Override
        public void picture(double seconds, AVFrame frame) {
            byte[] luma = Playback.luma(frame);
            bids.look(seconds, luma, areas.get(BID));
            mouths.look(seconds, luma, areas.get(MOUTH));
        }

        @Override
        public void sound(double seconds, float[] left, float[] right) {
            for (int i = 0; i < left.length; i++) {
                double at = seconds + (double) i / Speech.SAMPLE_RATE_HZ;
                if (Math.abs(left[i]) > LOUD) {
                    if (at - lastLoud > PAUSE_SECONDS) {
                        clicks.add(at);
                    }
                    lastLoud = at;
                }
            }
        }
    }
}
