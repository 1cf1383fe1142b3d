package com.sothebais.stream.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.api.stream.Transition.Kind;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.layout.LayoutShelf;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.Playing;
import com.sothebais.stream.scene.Screen;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.scene.Venue;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.RestingLayout;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.DrawnPictures;
import com.sothebais.stream.video.Renderers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SwitcherTest {
    private static final int FPS = 30;
    private static final Size SIZE = Size.HD;
    private static final Transition.Kind[] MIXING = {Kind.FADE, Kind.WIPE, Kind.STINGER};
    private static final HostPose HOST = new HostPose(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0), Optional.empty());

    private final Renderers renderers = new Renderers("");
    private final Compositor compositor =
            new Compositor(SIZE, renderers, Gallery.waiting(new MemoryAssets()), Duration.ofSeconds(5));
    private final Shelf shelf = new LayoutSources(
            new Screen(SIZE, 30),
            Playing.NOTHING,
            new Venue("sothebais", Optional.empty()),
            new RestingLayout(),
            new LayoutShelf(Path.of("nowhere"), asset -> false));
    private final Desk desk =
            new Desk(shelf, new Stills(SIZE, Optional.empty()), DeskNotes.NONE, InstantSource.fixed(ShowFacts.LIVE));
    private final Switcher switcher = new Switcher(desk, Composers.resting(SIZE)::compose, compositor, SIZE, FPS);
    private Stage stage = new ShowFacts()
            .announced()
            .open()
            .bid(ShowFacts.FIRST, "lena", "2.5", ShowFacts.LIVE.plusSeconds(4))
            .stage();
    private final int[] screen = new int[SIZE.width() * SIZE.height()];
    private long index;
    private long painted;

    @AfterEach
    void close() {
        compositor.close();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class)
    void afterATransitionThePictureIsTheOneThatAFullRedrawGives(Kind kind) {
        Renderer renderer = new Java2dRenderer();
        onAir(renderer);
        for (Source source : List.of(Source.STANDBY, Source.BARS, Source.SHOW)) {
            desk.preview(source);
            desk.take(Transition.of(kind), "ada");
            frames((int) (kind.usual().toMillis() * FPS / 1_000) + 3);

            assertThat(desk.status().running()).isEmpty();
            assertThat(desk.status().program()).isEqualTo(source);
            assertThat(screen).as(source + " by " + kind).isEqualTo(redrawn(renderer, source));
        }
    }

    @Test
    void aTransitionHasAsManyFramesAsItsLengthAndEndsExactly() {
        onAir(new FlatRenderer());
        for (Kind kind : MIXING) {
            Source source = desk.status().preview();
            desk.take(new Transition(kind, Duration.ofSeconds(1)), "ada");
            for (int frame = 1; frame <= FPS; frame++) {
                frames(1);
                assertThat(desk.status().running().orElseThrow().frame()).isEqualTo(frame);
            }
            frames(1);
            assertThat(desk.status().running()).isEmpty();
            assertThat(screen).isEqualTo(redrawn(new FlatRenderer(), source));
        }
    }

    @Test
    void withoutATransitionOnlyWhatChangedIsPainted() {
        onAir(new FlatRenderer());
        painted = 0;
        frames(5);

        assertThat(painted).as("pixels of the ticker").isLessThan(5L * SIZE.width() * 60);
    }

    @Test
    void whatWasDrawnAheadIsOnAirWithItsFrameAndNotBefore() {
        Renderer renderer = new Java2dRenderer();
        onAir(renderer);
        frames(1);
        int[] before = screen.clone();
        stage = outbid();
        switcher.ahead(moment());

        assertThat(screen).isEqualTo(before);

        frames(1);

        assertThat(screen).isEqualTo(redrawn(renderer, Source.SHOW));
    }

    @Test
    void aTransitionBeginsInAFrameThatWasDrawnAhead() {
        onAir(new FlatRenderer());
        stage = outbid();
        switcher.ahead(moment());
        desk.take(new Transition(Kind.FADE, Duration.ofSeconds(1)), "ada");
        Await.until("the fade runs", () -> {
            frames(1);
            return desk.status().running().isPresent();
        });
        frames(FPS);

        assertThat(desk.status().running()).isEmpty();
        assertThat(screen).isEqualTo(redrawn(new FlatRenderer(), Source.STANDBY));
    }

    private static Stage outbid() {
        return new ShowFacts()
                .announced()
                .open()
                .bid(ShowFacts.FIRST, "lena", "2.5", ShowFacts.LIVE.plusSeconds(4))
                .bid(ShowFacts.FIRST, "ben", "3.75", ShowFacts.LIVE.plusSeconds(6))
                .stage();
    }

    @Test
    void aCutIsOnAirWithTheNextFrameAndEndsATransition() {
        onAir(new FlatRenderer());
        desk.take(Transition.of(Kind.FADE), "ada");
        frames(4);
        desk.preview(Source.BARS);
        desk.take(Transition.CUT, "ada");
        frames(1);

        assertThat(desk.status().running()).isEmpty();
        assertThat(switcher.program()).isEqualTo(Source.BARS);
        assertThat(screen).isEqualTo(redrawn(new FlatRenderer(), Source.BARS));
    }

    @Test
    void aRendererThatFailsInTheMiddleLeavesTheTransitionToTheSlateAndNothingIsBlack() {
        AtomicBoolean fails = new AtomicBoolean();
        FlatRenderer failing = new FlatRenderer() {
            @Override
            protected void beforeDraw(Scene scene) {
                if (fails.get()) {
                    throw new IllegalStateException("no paint left");
                }
            }
        };
        onAir(failing);
        desk.take(new Transition(Kind.FADE, Duration.ofSeconds(1)), "ada");
        frames(6);
        fails.set(true);
        Await.until("the slate takes over and the fade ends", () -> {
            frames(1);
            assertThat(Arrays.stream(screen).filter(pixel -> pixel == 0).count())
                    .isZero();
            return compositor.name().equals("slate") && desk.status().running().isEmpty();
        });
        renderers.remove(failing);
        onAir(new FlatRenderer());

        assertThat(screen).isEqualTo(redrawn(new FlatRenderer(), Source.STANDBY));
    }

    @Test
    void aRendererThatIsReplacedInTheMiddleFinishesTheTransition() {
        FlatRenderer first = new FlatRenderer();
        onAir(first);
        desk.take(new Transition(Kind.WIPE, Duration.ofSeconds(1)), "ada");
        frames(10);
        Renderer second = new Java2dRenderer();
        renderers.add(second, 5);
        Await.until("the other renderer draws", () -> {
            frames(1);
            assertThat(Arrays.stream(screen).filter(pixel -> pixel == 0).count())
                    .isZero();
            return compositor.name().equals(second.name())
                    && desk.status().running().isEmpty();
        });

        assertThat(screen).isEqualTo(redrawn(second, Source.STANDBY));
    }

    @Test
    void framesThatWereLeftOutShortenATransitionInsteadOfStretchingIt() {
        onAir(new FlatRenderer());
        desk.take(new Transition(Kind.FADE, Duration.ofSeconds(1)), "ada");
        frames(1);
        index += 20;
        frames(1);
        assertThat(desk.status().running().orElseThrow().frame()).isEqualTo(22);
        index += 20;
        frames(1);

        assertThat(desk.status().running()).isEmpty();
        assertThat(screen).isEqualTo(redrawn(new FlatRenderer(), Source.STANDBY));
    }

    @Test
    void aTransitionNeverMixesThePicturesOfTwoCampaigns() {
        onAir(new FlatRenderer());
        desk.take(new Transition(Kind.FADE, Duration.ofSeconds(1)), "ada");
        frames(5);
        stage = Stage.EMPTY;
        frames(1);
        assertThat(desk.status().running()).as("in its middle").isEmpty();
        assertThat(screen).isEqualTo(redrawn(new FlatRenderer(), Source.STANDBY));

        stage = new ShowFacts().announced().stage();
        desk.take(new Transition(Kind.WIPE, Duration.ofSeconds(1)), "ada");
        frames(1);
        assertThat(desk.status().running()).as("at its start").isEmpty();
        assertThat(screen).isEqualTo(redrawn(new FlatRenderer(), Source.SHOW));
    }

    @Test
    void aSourceThatIsGoneLeavesProgramAsItIs() {
        AtomicBoolean gone = new AtomicBoolean();
        Shelf shrinking = new Shelf() {
            @Override
            public List<Source> sources() {
                return shelf.sources();
            }

            @Override
            public Optional<Scenes> open(Source source) {
                return gone.get() ? Optional.empty() : shelf.open(source);
            }
        };
        Desk other = new Desk(
                shrinking, new Stills(SIZE, Optional.empty()), DeskNotes.NONE, InstantSource.fixed(ShowFacts.LIVE));
        Switcher unlucky = new Switcher(other, Composers.resting(SIZE)::compose, compositor, SIZE, FPS);
        gone.set(true);
        other.take(Transition.CUT, "ada");
        unlucky.show(moment(), this::paint, TimeUnit.SECONDS.toNanos(2));

        assertThat(other.status().program()).isEqualTo(Source.SHOW);
    }

    private void onAir(Renderer renderer) {
        renderers.add(renderer, 0);
        Await.until("the renderer draws", () -> {
            frames(1);
            return compositor.name().equals(renderer.name());
        });
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            switcher.show(moment(), this::paint, TimeUnit.SECONDS.toNanos(2));
            index++;
        }
    }

    private Moment moment() {
        return new Moment(stage, HOST, ShowFacts.LIVE.plusSeconds(20), index);
    }

    private void paint(int[] pixels, List<Area> areas) {
        for (Area area : areas) {
            painted += (long) area.width() * area.height();
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                int start = y * SIZE.width() + area.x();
                System.arraycopy(pixels, start, screen, start, area.width());
            }
        }
    }

    /** The picture of the frame before, drawn anew. */
    private int[] redrawn(Renderer renderer, Source source) {
        Scenes scenes = source.equals(Source.SHOW)
                ? Composers.resting(SIZE)::compose
                : shelf.open(source).orElseThrow();
        Scene scene = scenes.compose(stage, HOST, ShowFacts.LIVE.plusSeconds(20), index - 1);
        try (Canvas canvas = renderer.open(SIZE, new DrawnPictures(Gallery.waiting(new MemoryAssets())))) {
            canvas.draw(scene, Damage.all(SIZE));
            return canvas.pixels().clone();
        }
    }
}
