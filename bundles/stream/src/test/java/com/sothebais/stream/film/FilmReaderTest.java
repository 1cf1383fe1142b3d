package com.sothebais.stream.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.print.Print;
import com.sothebais.stream.testing.Films;
import com.sothebais.stream.testing.RtmpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmReaderTest {
    private static final int DAMAGED_FILMS = Integer.getInteger("sothebais.fuzz.films", 60);

    @TempDir
    private Path directory;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @Test
    void givesThePicturesOfAFilmWithTheirTimes() throws IOException {
        List<Shot> shots = round(Films.mp4(8, new Size(320, 180)), FilmKind.MP4);

        assertThat(shots).hasSize(8);
        assertThat(shots).extracting(Shot::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        for (int i = 0; i < 8; i++) {
            assertThat(shots.get(i).dueMicros()).isCloseTo(i * 100_000L, within(1_000L));
            assertThat(shots.get(i).print().width()).isEqualTo(160);
            assertThat(shots.get(i).print().height()).isEqualTo(90);
            assertSimilar(middle(shots.get(i).print()), Films.COLORS.get(i % 4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"libx264", "libx265", "libvpx-vp9", "libsvtav1", "mpeg4"})
    void playsEveryCodecThatIsPromised(String encoder) throws Exception {
        assumeTrue(RtmpServer.installed("ffmpeg"), "skipped: needs ffmpeg, on Debian: apt-get install ffmpeg");
        Path file = directory.resolve("coded.mp4");
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-loglevel", "error", "-y"));
        command.addAll(List.of("-f", "lavfi", "-i", "color=c=red:s=320x180:r=10:d=1", "-c:v", encoder));
        command.addAll(List.of("-pix_fmt", "yuv420p", file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assumeTrue(code == 0 || !said.contains("Unknown encoder"), "skipped: this ffmpeg has no " + encoder);
        assertThat(code).as(said).isZero();

        List<Shot> shots = round(Files.readAllBytes(file), FilmKind.MP4);

        assertThat(shots).hasSize(10);
        assertSimilar(middle(shots.get(9).print()), 0xFFFF0000);
    }

    @Test
    void roundsJoinWithoutAGap() throws IOException {
        try (FilmReader reader = reader(Films.mp4(3, new Size(64, 64)), FilmKind.MP4)) {
            List<Shot> shots = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                for (Optional<Shot> shot = reader.next(0); shot.isPresent(); shot = reader.next(0)) {
                    shots.add(shot.get());
                }
                reader.rewind();
            }

            assertThat(shots).hasSize(9);
            for (int i = 0; i < 9; i++) {
                assertThat(shots.get(i).dueMicros()).isCloseTo(i * 100_000L, within(1_000L));
                assertSimilar(middle(shots.get(i).print()), Films.COLORS.get(i % 3));
            }
        }
    }

    @Test
    void picturesThatNobodyCanSeeAnyMoreAreNotGivenOut() throws IOException {
        try (FilmReader reader = reader(Films.mp4(8, new Size(64, 64)), FilmKind.MP4)) {
            assertThat(reader.next(350_000).orElseThrow().dueMicros()).isCloseTo(400_000L, within(1_000L));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void anAnimationTakesAwayWhatItPutDown(int disposal) throws IOException {
        List<Shot> shots = round(Films.gif(80, 20, disposal), FilmKind.GIF);

        assertThat(shots).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(shots.get(i).dueMicros()).isEqualTo(i * 200_000L);
            Print print = shots.get(i).print();
            assertThat(print.opaque()).isFalse();
            for (int square = 0; square < 4; square++) {
                int expected = square == i ? Films.COLORS.get(i) : 0;
                assertThat(at(print, square)).isEqualTo(expected);
            }
        }
    }

    @Test
    void anAnimationKeepsWhatItPutDown() throws IOException {
        Print last = round(Films.gif(80, 20, 1), FilmKind.GIF).get(3).print();

        for (int square = 0; square < 4; square++) {
            assertThat(at(last, square)).isEqualTo(Films.COLORS.get(square));
        }
    }

    @Test
    void nothingThatAFileRefersToIsOpened() throws IOException {
        String playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n";
        String list = "ffconcat version 1.0\nfile /etc/passwd\n";
        for (FilmKind kind : FilmKind.values()) {
            for (String text : List.of(playlist, list)) {
                byte[] content = text.getBytes(StandardCharsets.US_ASCII);
                assertThatThrownBy(() -> round(content, kind)).isInstanceOf(MediaException.class);
            }
        }
    }

    @Test
    void refusesAFilmOfMorePixelsThanItDecodes() {
        byte[] film = Films.mp4(1, new Size(4_096, 2_400));

        assertThatThrownBy(() -> reader(film, FilmKind.MP4))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("4096x2400");
    }

    @Test
    void damageNeverDoesMoreThanThrow() throws IOException {
        long seed = Long.getLong("sothebais.fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        List<byte[]> films = List.of(Films.mp4(12, new Size(160, 90)), Films.gif(40, 10, 3));
        for (int i = 0; i < DAMAGED_FILMS; i++) {
            int which = i % films.size();
            byte[] damaged = damaged(films.get(which), random);
            try {
                round(damaged, which == 0 ? FilmKind.MP4 : FilmKind.GIF);
            } catch (MediaException e) {
                assertThat(e.getMessage()).as("seed " + seed).isNotBlank();
            }
        }
    }

    private static byte[] damaged(byte[] film, Random random) {
        byte[] damaged = Arrays.copyOf(film, random.nextInt(4) == 0 ? 1 + random.nextInt(film.length) : film.length);
        int changes = 1 + random.nextInt(40);
        int begin = random.nextBoolean() ? 0 : random.nextInt(damaged.length);
        for (int i = 0; i < changes; i++) {
            int at = begin + random.nextInt(Math.max(1, Math.min(2_000, damaged.length - begin)));
            damaged[Math.min(at, damaged.length - 1)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private List<Shot> round(byte[] content, FilmKind kind) throws IOException {
        try (FilmReader reader = reader(content, kind)) {
            List<Shot> shots = new ArrayList<>();
            for (Optional<Shot> shot = reader.next(0); shot.isPresent(); shot = reader.next(0)) {
                shots.add(shot.get());
            }
            return shots;
        }
    }

    private FilmReader reader(byte[] content, FilmKind kind) throws IOException {
        Path file = Files.write(directory.resolve("film"), content);
        return new FilmReader(file, kind, 160, 90);
    }

    private static int middle(Print print) {
        return print.pixels()[print.height() / 2 * print.width() + print.width() / 2];
    }

    /** The pixel in the middle of the square of a step. */
    private static int at(Print print, int square) {
        return print.pixels()[print.height() / 2 * print.width() + (2 * square + 1) * print.width() / 8];
    }

    private static void assertSimilar(int actual, int expected) {
        for (int shift = 0; shift < 32; shift += 8) {
            assertThat(actual >>> shift & 0xFF).isCloseTo(expected >>> shift & 0xFF, within(12));
        }
    }
}
