package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.Films;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.VideoFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the artwork of a lot contains: the stream goes on, no frame is late, and health says what is wrong. */
class FaultyArtTest {
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final AssetId ARTWORK = new AssetId("a".repeat(64));

    private final Renderers renderers = new Renderers("");
    private Gallery gallery;
    private Broadcast broadcast;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @AfterEach
    void close() {
        broadcast.close();
        gallery.close();
    }

    @Test
    void aPictureOfAHundredMegabytesIsNamed() {
        goOnAir(new MemoryAssets().with(ARTWORK, new byte[100 << 20]), new Java2dRenderer());

        assertTheShowGoesOnAndSays("104857600 bytes, at most");
    }

    @Test
    void aFilmThatIsNoneIsNamed() {
        byte[] film = Films.mp4(20, new Size(320, 180));
        for (int at = 40; at < film.length; at += 3) {
            film[at] ^= 0x55;
        }
        goOnAir(new MemoryAssets().with(ARTWORK, film, "video/mp4"), new Java2dRenderer());

        assertTheShowGoesOnAndSays("it cannot be played");
    }

    @Test
    void aDrawingThatTheStoreMadeNoPictureOfIsNamed() {
        StringBuilder bomb = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg'><g id='a0'><rect/></g>");
        for (int i = 0; i < 40; i++) {
            bomb.append("<g id='a").append(i + 1).append("'>");
            bomb.append("<use href='#a")
                    .append(i)
                    .append("'/>")
                    .append("<use href='#a")
                    .append(i)
                    .append("'/></g>");
        }
        byte[] svg = bomb.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
        goOnAir(new MemoryAssets().with(ARTWORK, svg, "image/svg+xml"), new Java2dRenderer());

        assertTheShowGoesOnAndSays("it draws more than 5000 elements");
    }

    @Test
    void aDrawingThatClaimsToBeAPictureIsNamed() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        goOnAir(new MemoryAssets().with(ARTWORK, svg), new Java2dRenderer());

        assertTheShowGoesOnAndSays("it is not PNG, JPEG or GIF");
    }

    @Test
    void aStoreThatNeverAnswersHoldsNothingUp() {
        CountDownLatch never = new CountDownLatch(1);
        MemoryAssets hanging = new MemoryAssets() {
            @Override
            public Optional<byte[]> still(AssetId id) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            }
        };
        goOnAir(hanging, new Java2dRenderer());
        frames(30);

        assertNothingWasLate();
        never.countDown();
    }

    @Test
    void aFilmPlaysInTheShowWithoutALateFrame() {
        goOnAir(new MemoryAssets().with(ARTWORK, Films.mp4(20, new Size(640, 360)), "video/mp4"), new Java2dRenderer());
        frames(60);

        assertNothingWasLate();
        assertThat(gallery.trouble()).isEmpty();
    }

    @Test
    void aMissingFontIsNamedByTheRenderer() throws ReflectiveOperationException {
        Renderer renderer = (Renderer) new WithoutAFont()
                .loadClass(Java2dRenderer.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        goOnAir(new MemoryAssets(), renderer);
        frames(30);

        assertNothingWasLate();
        Health health = ((HealthSource) renderer).health();
        assertThat(health.status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(health.toString()).contains("font is missing");
    }

    private void goOnAir(MemoryAssets assets, Renderer renderer) {
        gallery = Gallery.of(assets);
        StageFollower follower = new StageFollower();
        broadcast = new Broadcast(new Broadcast.Parts(
                new VideoFormat(Size.HD, 30, 4_500, 30, "superfast", 1),
                Composers.of(Size.HD, gallery),
                new Compositor(Size.HD, renderers, gallery, Duration.ofSeconds(1)),
                new Mixer(-26),
                follower,
                InstantSource.system()));
        renderers.add(renderer, 0);
        follower.caughtUp();
        ShowFacts facts = new ShowFacts();
        facts.listen(follower::on);
        facts.announced(ARTWORK).open();
        Await.until("the renderer draws", () -> {
            frames(1);
            return broadcast.health().renderer().equals("java2d");
        });
    }

    private void assertTheShowGoesOnAndSays(String why) {
        Await.until("the fault is known", () -> {
            frames(1);
            return gallery.trouble().isPresent();
        });
        frames(30);

        assertThat(gallery.trouble())
                .hasValueSatisfying(text -> assertThat(text).contains("aaaaaaaaaaaa", why));
        assertNothingWasLate();
    }

    private void assertNothingWasLate() {
        assertThat(broadcast.health().renderer()).isEqualTo("java2d");
        assertThat(broadcast.health().picture().late()).as("late frames").isZero();
        assertThat(broadcast.health().picture().dropped()).as("dropped frames").isZero();
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            broadcast.frame(true, WAIT_NANOS);
        }
    }

    /** The renderer as it is when a font did not come with it. */
    private static final class WithoutAFont extends ClassLoader {
        WithoutAFont() {
            super(Java2dRenderer.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null || !name.startsWith("com.sothebais.render.")) {
                return known != null ? known : super.loadClass(name, resolve);
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return name.contains("Manrope-Medium") ? null : super.getResourceAsStream(name);
        }

        @Override
        public java.net.URL getResource(String name) {
            return name.contains("Manrope-Medium") ? null : super.getResource(name);
        }
    }
}
