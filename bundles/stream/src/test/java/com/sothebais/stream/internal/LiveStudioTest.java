package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health.Status;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.DeskEvent;
import com.sothebais.api.stream.OutputEvent;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException;
import com.sothebais.api.stream.ShowControl.ControlException.Obstacle;
import com.sothebais.api.stream.ShowControl.View;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.Studio.Recording;
import com.sothebais.api.stream.Studio.StudioException;
import com.sothebais.api.stream.Transition;
import com.sothebais.api.stream.Utterance;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.RecordingCheck;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Stages;
import com.sothebais.stream.video.Renderers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveStudioTest {
    @TempDir
    private Path data;

    private final Renderers renderers = new Renderers("");
    private final MemoryEventLog log = new MemoryEventLog();
    private LiveStudio studio;

    @BeforeEach
    void goOnAir() {
        System.setProperty(
                "org.bytedeco.javacpp.cachedir",
                Path.of("target", "native").toAbsolutePath().toString());
        studio = studio();
    }

    private LiveStudio studio() {
        LiveStudio begun = new LiveStudio(
                Settings.of(config(Map.of("data_dir", data.toString())), Map.of()),
                renderers,
                new LiveStudio.Surroundings(
                        new MemoryAssets(),
                        new Recordings(data.resolve("recordings.tsv")),
                        () -> Optional.of(log),
                        InstantSource.system()));
        begun.start();
        return begun;
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aPictureThatCannotBeShownIsInTheHealth() {
        renderers.add(new FlatRenderer(), 0);
        ShowFacts facts = new ShowFacts();
        facts.listen(studio.follower()::on);
        facts.announced(new AssetId("d".repeat(64))).open();
        Await.until("the missing picture", () -> studio.condition().message().contains("dddddddddddd"));

        assertThat(studio.condition().status()).isEqualTo(Status.DEGRADED);
        assertThat(studio.condition().message()).contains("it is not in the store; upload it");
    }

    @Test
    void isOnAirWithoutLogAndRendererAndSaysSo() {
        Await.until("frames", () -> studio.health().picture().frames() > 5);

        assertThat(studio.health().renderer()).isEqualTo("slate");
        assertThat(studio.condition().status()).isEqualTo(Status.DEGRADED);
        assertThat(studio.condition().message()).contains("No renderer is installed");
        assertThat(studio.hls()).isEqualTo(data.resolve("hls"));
    }

    @Test
    void playsAShowInRealTimeAndRecordsIt() {
        AtomicReference<Area> clock = new AtomicReference<>(new Area(0, 0, 1, 1));
        renderers.add(
                new FlatRenderer() {
                    @Override
                    protected void beforeDraw(Scene scene) {
                        scene.elements().stream()
                                .filter(element -> element.id().equals("clock"))
                                .forEach(element -> clock.set(element.area()));
                    }
                },
                0);
        log.subscribe(studio.follower());
        Await.until("the renderer draws", () -> studio.health().renderer().equals("flat"));
        Path file = data.resolve("show.mp4");
        try (Recording recording = studio.record(file)) {
            assertThat(recording.file()).isEqualTo(file);
            new ShowFacts()
                    .listen(recorded -> log.append(Append.of(List.of(recorded.fact()))))
                    .announced()
                    .open()
                    .bid(ShowFacts.FIRST, "lena", "2.5", Instant.now());
            Instant over = studio.say(Stages.spoken("Lena leads!", 1));
            assertThat(Duration.between(Instant.now(), over).toMillis()).isBetween(700L, 1_300L);
            studio.mood(Mood.TRIUMPHANT);
            long frames = studio.health().picture().frames();
            Await.until("four seconds", () -> studio.health().picture().frames() > frames + 120);
        }

        RecordingCheck check = RecordingCheck.of(file, clock.get());
        assertThat(check.seconds()).isGreaterThan(3.5);
        assertThat(check.ordered()).isTrue();
        assertThat(check.longestPictureGap()).isCloseTo(1.0 / 30, within(0.001));
        assertThat(check.longestSoundGap()).isLessThan(0.022);
        assertThat(Math.abs(check.startOffset())).isLessThan(0.04);
        assertThat(check.longestFreeze()).as("the clock runs").isLessThan(1.1);
        assertThat(check.longestRepeat()).as("no second is shown twice").isLessThan(0.1);
        assertThat(check.lufs()).isCloseTo(-16, within(2.0));
        assertThat(studio.health().stateToFrame().count()).isPositive();
        assertThat(studio.health().picture().dropped()).isZero();
        assertThat(studio.hls().resolve("live.m3u8")).exists();
    }

    @Test
    void watchersGetPicturesFromAKeyframeOnAndThePlacesAreLimited() throws Exception {
        Await.until("frames", () -> studio.health().picture().frames() > 5);
        Preview.Watch watch = studio.watch();
        assertThat(watch.format().codec()).matches("avc1\\.[0-9a-f]{6}");
        assertThat(watch.format().size()).isEqualTo(Size.HD);
        Preview.Picture first = watch.next(Duration.ofSeconds(20)).orElseThrow();
        assertThat(first.key()).isTrue();
        assertThat(first.data()).as("a start code and a sequence parameter set").startsWith(0, 0, 0, 1, 0x67);
        assertThat(first.composed()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        Preview.Picture second = watch.next(Duration.ofSeconds(20)).orElseThrow();
        assertThat(second.index()).isEqualTo(first.index() + 1);
        for (int i = 1; i < Preview.WATCHES_MAX; i++) {
            studio.watch();
        }
        assertThatThrownBy(studio::watch).isInstanceOf(StudioException.class).hasMessageContaining("places");
        watch.close();
        assertThat(watch.over()).isTrue();
        Preview.Watch last = studio.watch();
        studio.close();
        assertThat(last.over()).isTrue();
    }

    @Test
    void theDirectorTakesAnotherSourceAndComesBackWithARealRenderer() throws Exception {
        renderers.add(new Java2dRenderer(), 0);
        Await.until("the renderer draws", () -> studio.health().renderer().equals("java2d"));
        ShowControl control = studio.control();
        BufferedImage show = image(control.still(View.PROGRAM));
        control.preview(Source.BARS);
        BufferedImage preview = image(control.still(View.PREVIEW));
        assertThat(preview.getRGB(20, 200) & 0xFFFFFF).as("the first bar").isEqualTo(0xBFBFBF);
        control.take(Transition.of(Transition.Kind.STINGER), "ada");
        Await.until("a transition", () -> control.status().running().isPresent());
        Await.until("the bars", () -> control.status().running().isEmpty());

        assertThat(control.status().program()).isEqualTo(Source.BARS);
        assertThat(control.status().preview()).isEqualTo(Source.SHOW);
        assertThat(image(control.still(View.PROGRAM)).getRGB(20, 200)).isEqualTo(preview.getRGB(20, 200));
        Await.until("the tone", () -> Math.abs(studio.health().sound().peakDb() + 18) < 1);
        control.take(Transition.CUT, "ada");
        Await.until("the show", () -> control.status().running().isEmpty() && same(show, control.still(View.PROGRAM)));
        assertThat(studio.health().renderer()).isEqualTo("java2d");
    }

    /** Where nothing moves: the upper left part. */
    private static boolean same(BufferedImage one, byte[] png) {
        BufferedImage other = image(png);
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 400; x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BufferedImage image(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void withoutARendererThereIsAProgramStillOfTheSlateAndNoPreview() {
        Await.until("frames", () -> studio.health().picture().frames() > 5);
        assertThat(studio.control().still(View.PROGRAM)).startsWith(0x89, 'P', 'N', 'G');

        assertThatThrownBy(() -> studio.control().still(View.PREVIEW))
                .isInstanceOfSatisfying(ControlException.class, refused -> assertThat(refused.obstacle())
                        .isEqualTo(Obstacle.NOT_NOW));
    }

    @Test
    void aLayoutThatIsWrittenIsASourceAndTheRundownFollowsTheLog() throws IOException {
        Await.until("on air", () -> studio.health().picture().frames() > 5);
        Files.writeString(
                data.resolve("layouts/gala.json"), Files.readString(data.resolve("layouts/examples/standby.json")));
        Await.until("the layout", () -> studio.control().status().sources().contains(new Source("gala")));
        MemoryEventLog log = new MemoryEventLog();
        log.subscribe(studio.follower());
        new ShowFacts()
                .listen(recorded -> log.append(Append.of(List.of(recorded.fact()))))
                .announced();
        Await.until("the rundown", () -> !studio.control().rundown().cues().isEmpty());

        assertThat(studio.control().rundown().cues()).extracting(Cue::id).contains("day-1.doors", "lot-2.stinger");
    }

    @Test
    void outputsAreListedAndLetTry() {
        Await.until("on air", () -> !studio.outputs().isEmpty());
        assertThat(studio.outputs()).extracting(OutputStatus::name).containsExactly("hls");
        assertThat(studio.retry("hls", "ada")).isPresent();
        assertThat(studio.retry("nowhere", "ada")).isEmpty();
        studio.close();
        assertThat(studio.outputs()).isEmpty();
    }

    @Test
    void whoLetsAWaitingOutputTryAgainIsRecorded() throws IOException {
        studio.close();
        Files.createFile(data.resolve("in-the-way"));
        studio = new LiveStudio(
                Settings.of(config(Map.of("data_dir", data.resolve("in-the-way").toString())), Map.of()),
                renderers,
                new LiveStudio.Surroundings(
                        new MemoryAssets(),
                        new Recordings(data.resolve("recordings.tsv")),
                        () -> Optional.of(log),
                        InstantSource.system()));
        studio.start();
        studio.follower().caughtUp();
        Await.until("the playlist waits for its next attempt", () -> {
            studio.retry("hls", "ada");
            return log.last() > 0;
        });

        Recorded recorded = log.read(0, 1).get(0);
        assertThat(recorded.event()).isEqualTo(new OutputEvent.RetryOrdered("hls", "ada"));
        assertThat(recorded.fact().stream()).isEqualTo(new StreamId("output/hls"));
        assertThat(studio.condition().message()).contains("The output hls is down and tries again by itself: ");
    }

    @Test
    void whatSomebodyTookIsRecordedAndOnProgramAgainAfterARestart() {
        studio.control().preview(Source.STANDBY);
        studio.control().take(Transition.CUT, "ada");
        Await.until("the fact", () -> log.last() == 1);
        Recorded fact = log.read(0, 10).get(0);
        assertThat(fact.fact().stream()).isEqualTo(new StreamId("desk"));
        assertThat(fact.event())
                .isEqualTo(new DeskEvent.SourceTaken(Source.STANDBY, Transition.CUT, Optional.of("ada")));
        studio.close();
        studio = studio();
        log.read(0, 10).forEach(studio::on);
        studio.follower().caughtUp();

        Await.until("the break", () -> studio.control().status().program().equals(Source.STANDBY));
        assertThat(studio.control().status().taken().orElseThrow().admin()).contains("ada");
        assertThat(log.last()).as("what comes back is no new fact").isEqualTo(1);
    }

    @Test
    void measuresWhatAFrameTakesAndHowFarItsClocksAreApart() {
        renderers.add(new FlatRenderer(), 0);
        Await.until("frames", () -> studio.health().picture().frames() > 60);

        StreamHealth health = studio.health();
        assertThat(health.times().encode().latency().count()).isGreaterThan(50);
        assertThat(health.times().encode().latency().p50Millis()).isPositive();
        assertThat(health.times().encode().histogram().sumSeconds()).isPositive();
        assertThat(health.times().compose().histogram().count())
                .isLessThanOrEqualTo(studio.health().picture().frames());
        assertThat(health.drift().soundMillis()).isBetween(-0.1, 21.4);
        assertThat(health.drift().clockMillis()).isGreaterThan(-100);
    }

    @Test
    void aChangedLayoutIsOnAirWithinTwoSecondsAndABrokenOneNever() throws IOException {
        List<Scene> drawn = new CopyOnWriteArrayList<>();
        renderers.add(
                new FlatRenderer() {
                    @Override
                    protected void beforeDraw(Scene scene) {
                        drawn.add(scene);
                    }
                },
                0);
        Await.until("the renderer draws", () -> studio.health().renderer().equals("flat"));
        Path layouts = data.resolve("layouts");
        String bundled = Files.readString(layouts.resolve("examples/default.json"));
        long start = System.nanoTime();
        put(layouts, bundled.replace("\"text\": \"Sotheb\"", "\"text\": \"Gala\""));
        Await.until("the changed layout is drawn", () -> brand(drawn).equals("Gala"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));

        put(layouts, bundled.replace("lot.price.label", "lot.prise.label"));
        Await.until("the refusal", () -> studio.condition().message().contains("did you mean 'lot.price.label'?"));
        long frames = studio.health().picture().frames();
        Await.until("more frames", () -> studio.health().picture().frames() > frames + 20);

        assertThat(studio.condition().status()).isEqualTo(Status.DEGRADED);
        assertThat(studio.health().renderer()).isEqualTo("flat");
        assertThat(brand(drawn)).isEqualTo("Gala");
    }

    @Test
    void aBrokenCharacterIsRefusedWithItsPathAndTheShowGoesOn() throws IOException {
        Await.until("on air", () -> studio.health().picture().frames() > 5);
        Path rig = data.resolve("rigs/default/rig.json");
        Files.createDirectories(rig.getParent());
        Files.writeString(
                rig,
                """
                {"version": 1, "name": "Otto", "size": [100, 100], "parts": [{"id": "face", "art": "face.svg"}]}""");

        Await.until(
                "the refusal", () -> studio.condition().message().contains("/parts/0/art: there is no file face.svg"));
        long frames = studio.health().picture().frames();
        Await.until("more frames", () -> studio.health().picture().frames() > frames + 20);

        Files.delete(rig);
        Files.delete(rig.getParent());
        Await.until("the bundled character", () -> !studio.condition().message().contains("face.svg"));
    }

    private static void put(Path layouts, String text) throws IOException {
        Path written = Files.writeString(layouts.resolve("new.tmp"), text);
        Files.move(written, layouts.resolve("default.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String brand(List<Scene> drawn) {
        return drawn.isEmpty()
                ? ""
                : drawn.get(drawn.size() - 1).elements().stream()
                        .filter(element -> element.id().equals("brand"))
                        .map(element -> ((Text) element.content()).text())
                        .findFirst()
                        .orElse("");
    }

    @Test
    void aVoiceThatNobodyHearsIsAFaultUntilThereIsSoundAgain() {
        restart(Map.of("music", false, "silence_seconds", 2));
        renderers.add(new FlatRenderer(), 0);
        Await.until("well", () -> studio.condition().status() == Status.WELL);
        Speech silent = new Speech(new float[5 * Speech.SAMPLE_RATE_HZ], List.of());
        studio.say(new Utterance("Vivienne", "Can you hear me?", Mood.CALM, Optional.of(silent)));
        Await.until("the alarm", () -> studio.condition().status() == Status.DEGRADED);
        assertThat(studio.condition().message()).contains("No sound for").contains("voice plugin");
        assertThat(studio.health().sound().silentSeconds()).isGreaterThanOrEqualTo(2);

        studio.say(Stages.spoken("And now?", 3));
        Await.until("sound again", () -> studio.condition().status() == Status.WELL);
    }

    @Test
    void aCardThatIsNotThereIsToldAndTheProcessorEncodes() {
        restart(Map.of("encoder", "nvenc"));
        renderers.add(new FlatRenderer(), 0);
        Await.until("on air", () -> studio.health().picture().frames() > 5);
        Assumptions.assumeTrue(
                studio.health().picture().encoder().equals("libx264"),
                "skipped: this machine has a graphics card that encodes");
        Await.until("it is told", () -> studio.condition().message().contains("nvenc does not work on this machine"));

        assertThat(studio.condition().status()).isEqualTo(Status.DEGRADED);
    }

    private void restart(Map<String, Object> values) {
        studio.close();
        Map<String, Object> all = new HashMap<>(values);
        all.put("data_dir", data.toString());
        studio = new LiveStudio(
                Settings.of(config(all), Map.of()),
                renderers,
                new LiveStudio.Surroundings(
                        new MemoryAssets(),
                        new Recordings(data.resolve("recordings.tsv")),
                        () -> Optional.of(log),
                        InstantSource.system()));
        studio.start();
    }

    @Test
    void aRecordingThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.createFile(data.resolve("in-the-way"));

        assertThatThrownBy(() -> studio.record(file.resolve("show.mp4")))
                .isInstanceOf(StudioException.class)
                .hasMessageContaining("in-the-way");
    }

    @Test
    void afterTheEndNothingIsTakenAndTheLiveFilesAreGone() throws IOException {
        Await.until("frames", () -> studio.health().picture().frames() > 40);
        studio.close();

        assertThatThrownBy(() -> studio.say(Stages.captioned("anyone?"))).isInstanceOf(StudioException.class);
        try (var files = Files.list(studio.hls())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void wrongValuesAreNamedOneByOneAndReplacedByDefaults() {
        Settings settings = Settings.of(
                config(Map.of(
                        "size",
                        "800x600",
                        "fps",
                        0,
                        "preset",
                        "placebo",
                        "rtmp_url",
                        "http://key@secret",
                        "host_handle",
                        "a b",
                        "loudness_lufs",
                        0,
                        "silence_seconds",
                        1,
                        "encoder",
                        "abacus")),
                Map.of());

        assertThat(settings.problems()).hasSize(8).allSatisfy(text -> assertThat(text)
                .startsWith("etc/com.sothebais.stream.cfg: ")
                .contains(" is not allowed; expected ")
                .doesNotContain("secret"));
        assertThat(settings.video().fps()).isEqualTo(30);
        assertThat(settings.pushes()).isEmpty();
        assertThat(settings.sound().lufs()).isEqualTo(-16);
        assertThat(settings.sound().silence()).isEqualTo(Duration.ofSeconds(10));
    }

    /** The annotation with its defaults, but for these values. */
    static StudioComponent.Config config(Map<String, Object> values) {
        return (StudioComponent.Config) java.lang.reflect.Proxy.newProxyInstance(
                StudioComponent.Config.class.getClassLoader(),
                new Class<?>[] {StudioComponent.Config.class, Annotation.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
