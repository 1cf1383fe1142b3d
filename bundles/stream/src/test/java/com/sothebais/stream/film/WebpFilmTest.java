package com.sothebais.stream.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.testing.Webps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebpFilmTest {
    private static final int RED = 0xFFC03030;
    private static final int GREEN = 0xFF30C030;
    private static final int HALF_BLUE = 0x800000FF;
    private static final int FRAMES_ANY = 1_000;

    @TempDir
    Path directory;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    private WebpFilm film(byte[] content) throws IOException {
        Path file = directory.resolve("a.webp");
        Files.write(file, content);
        return new WebpFilm(file, 64, 64);
    }

    private static int at(Shot shot, int x, int y) {
        return shot.print().pixels()[y * shot.print().width() + x];
    }

    @Test
    void laysFramesOverEachOtherWithTheirTimes() throws IOException {
        byte[] content = new Webps(32, 32)
                .frame(0, 0, 32, RED, 100, 0)
                .frame(16, 8, 8, GREEN, 200, 0)
                .bytes();
        try (WebpFilm film = film(content)) {
            Shot first = film.next(0).orElseThrow();
            Shot second = film.next(0).orElseThrow();

            assertThat(first.dueMicros()).isZero();
            assertThat(second.dueMicros()).isEqualTo(100_000);
            assertThat(first.print().pixels()).containsOnly(RED);
            assertThat(at(second, 15, 8)).isEqualTo(RED);
            assertThat(at(second, 16, 8)).isEqualTo(GREEN);
            assertThat(at(second, 23, 15)).isEqualTo(GREEN);
            assertThat(at(second, 24, 15)).isEqualTo(RED);
            assertThat(film.next(0)).isEmpty();
            assertThat(film.rewind()).isTrue();
            Shot again = film.next(0).orElseThrow();
            assertThat(again.dueMicros()).as("the second round").isEqualTo(300_000);
            assertThat(again.number()).isEqualTo(3);
        }
    }

    @Test
    void mixesWhatIsHalfClearUnlessTheFrameReplaces() throws IOException {
        byte[] content = new Webps(16, 16)
                .frame(0, 0, 16, RED, 100, 0)
                .frame(0, 0, 8, HALF_BLUE, 100, 0)
                .frame(8, 8, 8, HALF_BLUE, 100, 2)
                .bytes();
        try (WebpFilm film = film(content)) {
            film.next(0);
            film.next(0);
            Shot last = film.next(0).orElseThrow();

            assertThat(at(last, 0, 0)).as("over red").isEqualTo(0xFF601898);
            assertThat(at(last, 8, 8)).as("in place of red").isEqualTo(0x80000080);
        }
    }

    @Test
    void clearsThePlaceBehindAFrameThatSaysSo() throws IOException {
        byte[] content = new Webps(16, 16)
                .frame(0, 0, 8, RED, 100, 1)
                .frame(8, 8, 8, GREEN, 100, 0)
                .bytes();
        try (WebpFilm film = film(content)) {
            film.next(0);
            Shot second = film.next(0).orElseThrow();

            assertThat(at(second, 0, 0)).isZero();
            assertThat(at(second, 8, 8)).isEqualTo(GREEN);
        }
    }

    @Test
    void decodesLossyFramesInTheirColours() throws IOException {
        byte[] content = new Webps(16, 16)
                .frame(0, 0, 16, 100, 0, Webps.lossy())
                .frame(0, 0, 16, RED, 100, 0)
                .bytes();
        try (WebpFilm film = film(content)) {
            int color = at(film.next(0).orElseThrow(), 8, 8);

            assertThat(color >> 16 & 0xFF).isBetween(0x28, 0x38);
            assertThat(color >> 8 & 0xFF).isBetween(0x58, 0x68);
            assertThat(color & 0xFF).isBetween(0xB8, 0xC8);
        }
    }

    @Test
    void aLargePictureKeepsItsColours() throws IOException {
        byte[] content = new Webps(1_024, 1_024)
                .frame(0, 0, 1_024, GREEN, 100, 0)
                .frame(0, 0, 512, RED, 100, 0)
                .bytes();
        try (WebpFilm film = film(content)) {
            assertThat(Arrays.stream(film.next(0).orElseThrow().print().pixels()))
                    .allMatch(pixel -> isNear(pixel, GREEN));
            assertThat(isNear(at(film.next(0).orElseThrow(), 10, 10), RED)).isTrue();
        }
    }

    private static boolean isNear(int one, int other) {
        return Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF)) < 4
                && Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) < 4
                && Math.abs((one & 0xFF) - (other & 0xFF)) < 4;
    }

    @Test
    void framesWithoutATimeStayAsInBrowsers() throws IOException {
        byte[] content = new Webps(16, 16)
                .frame(0, 0, 16, RED, 0, 0)
                .frame(0, 0, 16, GREEN, 0, 0)
                .bytes();
        try (WebpFilm film = film(content)) {
            film.next(0);
            assertThat(film.next(0).orElseThrow().dueMicros()).isEqualTo(100_000);
        }
    }

    @Test
    void tellsWhatMovesByItsBeginning() {
        assertThat(WebpFilm.isOne(new Webps(16, 16).frame(0, 0, 16, RED, 100, 0).bytes()))
                .isTrue();
        assertThat(WebpFilm.isOne(new byte[WebpFilm.HEAD_BYTES])).isFalse();
        assertThat(WebpFilm.isOne(new byte[3])).isFalse();
    }

    @Test
    void refusesWhatLiesOutsideHasNoFramesOrIsNotWhatItSays() {
        assertThatExceptionOfType(MediaException.class)
                .isThrownBy(() ->
                        film(new Webps(16, 16).frame(8, 8, 16, RED, 100, 0).bytes()))
                .withMessageContaining("outside");
        assertThatExceptionOfType(MediaException.class)
                .isThrownBy(() -> film(new Webps(16, 16).bytes()))
                .withMessageContaining("no frames");
        assertThatExceptionOfType(MediaException.class)
                .isThrownBy(() -> film(new Webps(16, 16)
                                .frame(0, 0, 16, 100, 0, Webps.solid(8, RED))
                                .bytes())
                        .next(0))
                .withMessageContaining("8x8 pixels");
        assertThatExceptionOfType(MediaException.class)
                .isThrownBy(() -> film(
                        new Webps(16_000, 16_000).frame(0, 0, 16, RED, 100, 0).bytes()))
                .withMessageContaining("scale it down");
    }

    @Test
    void playsWhatIsThereOfOneThatIsCutOff() throws IOException {
        byte[] whole = new Webps(16, 16)
                .frame(0, 0, 16, RED, 100, 0)
                .frame(0, 0, 16, GREEN, 100, 0)
                .bytes();
        try (WebpFilm film = film(Arrays.copyOf(whole, whole.length - 4))) {
            assertThat(film.next(0)).isPresent();
            assertThat(film.next(0)).isEmpty();
        }
    }

    @Test
    void damageIsAnAnswerAndNeverMore() throws IOException {
        byte[] whole = new Webps(32, 32)
                .frame(0, 0, 32, RED, 100, 0)
                .frame(0, 0, 16, 100, 0, Webps.lossy())
                .frame(8, 8, 16, HALF_BLUE, 100, 1)
                .bytes();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("sothebais.fuzz.films", 300); i++) {
            byte[] damaged = whole.clone();
            for (int hit = random.nextInt(4); hit >= 0; hit--) {
                damaged[12 + random.nextInt(damaged.length - 12)] = (byte) random.nextInt();
            }
            try (WebpFilm film = film(damaged)) {
                Optional<Shot> shot = film.next(0);
                for (int frame = 0; shot.isPresent() && frame < FRAMES_ANY; frame++) {
                    shot = film.next(0);
                }
            } catch (MediaException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
            }
        }
    }
}
