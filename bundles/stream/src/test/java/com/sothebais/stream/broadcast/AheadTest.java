package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens between two frames is drawn before the next one is due. */
class AheadTest {
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;
    private static final Size SIZE = Size.HD;
    private static final Instant NOW = ShowFacts.LIVE.plusSeconds(10);

    private final Renderers renderers = new Renderers("");
    private final StageFollower follower = new StageFollower();
    private final ShowFacts facts = new ShowFacts();
    private final List<Drawn> drawn = new CopyOnWriteArrayList<>();
    private Broadcast broadcast;

    /** @param ahead whether no frame had taken the newest fact */
    private record Drawn(Scene scene, boolean ahead) {
        boolean says(String text) {
            return scene.elements().stream()
                    .anyMatch(element -> element.content() instanceof Content.Text said
                            && said.text().contains(text));
        }
    }

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @BeforeEach
    void goOnAir() {
        Gallery gallery = Gallery.waiting(new MemoryAssets());
        broadcast = new Broadcast(new Broadcast.Parts(
                new VideoFormat(SIZE, 30, 4_500, 30, "superfast", 1),
                Composers.of(SIZE),
                new Compositor(SIZE, renderers, gallery, Duration.ofSeconds(5)),
                new Mixer(-26),
                follower,
                InstantSource.fixed(NOW)));
        renderers.add(
                new FlatRenderer() {
                    @Override
                    protected void beforeDraw(Scene scene) {
                        drawn.add(new Drawn(scene, follower.hasNews()));
                    }
                },
                0);
        facts.listen(follower::on);
        facts.announced().open();
        follower.caughtUp();
        Await.until("the renderer draws", () -> {
            frame();
            return broadcast.health().renderer().equals("flat");
        });
        drawn.clear();
    }

    @AfterEach
    void close() {
        broadcast.close();
    }

    @Test
    void aBidIsDrawnBeforeItsFrameIsDueAndTheFrameHasNothingLeftToDraw() {
        facts.bid(ShowFacts.FIRST, "ada", "1.337", NOW);
        broadcast.ahead(PERIOD_NANOS);
        Await.until("it is drawn", () -> !drawn.isEmpty());

        frame();

        assertThat(drawn).hasSize(1);
        assertThat(drawn.get(0).ahead()).isTrue();
        assertThat(drawn.get(0).says("1.337")).isTrue();
        assertThat(broadcast.health().picture().late()).isZero();
    }

    @Test
    void whatComesAfterItIsDrawnByTheFrame() {
        facts.bid(ShowFacts.FIRST, "ada", "1.337", NOW);
        broadcast.ahead(PERIOD_NANOS);
        facts.bid(ShowFacts.FIRST, "ben", "1.447", NOW);
        broadcast.ahead(PERIOD_NANOS);

        frame();

        assertThat(drawn).hasSize(2);
        assertThat(drawn.get(0).says("1.447")).as("once a frame").isFalse();
        assertThat(drawn.get(1).says("1.447")).isTrue();
        assertThat(drawn.get(1).ahead()).isFalse();
    }

    @Test
    void withoutNewsNothingIsDrawnAhead() {
        broadcast.ahead(PERIOD_NANOS);

        assertThat(drawn).isEmpty();
    }

    @Test
    void theClockOfFramesIsWokenByWhatHappens() {
        FrameClock clock = new FrameClock(broadcast, 1);
        clock.start();
        try {
            long frames = broadcast.health().picture().frames();
            Await.until("a frame", () -> broadcast.health().picture().frames() > frames);
            facts.bid(ShowFacts.FIRST, "ada", "1.337", NOW);
            Await.until("it is drawn", () -> drawn.stream().anyMatch(one -> one.says("1.337")));

            assertThat(drawn)
                    .filteredOn(one -> one.says("1.337"))
                    .first()
                    .extracting(Drawn::ahead)
                    .isEqualTo(true);
        } finally {
            clock.close();
        }
    }

    private void frame() {
        broadcast.frame(true, WAIT_NANOS);
    }
}
