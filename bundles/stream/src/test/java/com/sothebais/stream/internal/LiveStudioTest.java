package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health.Status;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.DeskEvent;
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
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.RecordingCheck;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.testing.Stages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LiveStudioTest extends OnAirStudio {
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
    void whatHasEndedDoesNotGoOnInAnotherFile() {
        Recording first = studio.record(data.resolve("first.mp4"));
        Recording second = first.continueIn(data.resolve("second.mp4"));
        assertThat(second.file()).isEqualTo(data.resolve("second.mp4"));
        assertThatThrownBy(() -> first.continueIn(data.resolve("third.mp4")))
                .isInstanceOf(StudioException.class)
                .hasMessageContaining("has ended");
        first.close();
        studio.close();
        assertThatThrownBy(() -> second.continueIn(data.resolve("third.mp4")))
                .isInstanceOf(StudioException.class)
                .hasMessageContaining("not on air");
        second.close();
        assertThat(data.resolve("third.mp4")).doesNotExist();
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
    void whatSomebodyTookIsRecordedAndOnProgramAgainAfterARestart() {
        studio.control().preview(Source.STANDBY);
        studio.control().take(Transition.CUT, "ada");
        Await.until("the fact", () -> log.last() == 1);
        Recorded fact = log.read(0, 10).get(0);
        assertThat(fact.fact().stream()).isEqualTo(new StreamId("desk"));
        assertThat(fact.event())
                .isEqualTo(new DeskEvent.SourceTaken(Source.STANDBY, Transition.CUT, Optional.of("ada")));
        restart(Map.of());
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
}
