package com.sothebais.asset.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.AssetConflictException.Obstacle;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.Assets.AssetException;
import com.sothebais.api.asset.Thumbnail;
import com.sothebais.asset.check.Limits;
import com.sothebais.asset.store.ClosedStore;
import com.sothebais.asset.store.FileStore;
import com.sothebais.asset.testing.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
    @TempDir
    private Path directory;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = shelf(Limits.DEFAULT, 0);
    }

    private Shelf shelf(Limits limits, long spaceLeftBytes) {
        Path assets = directory.resolve("assets");
        return new Shelf(new FileStore(assets), assets, limits, spaceLeftBytes);
    }

    @Test
    void storesEachKindAndGivesItBack() throws IOException {
        for (byte[] content : List.of(
                Samples.png(40, 30),
                Samples.jpeg(40, 30),
                Samples.gif(40, 30),
                Samples.webp(true),
                Samples.webp(false),
                Samples.svg("<rect width=\"9\" height=\"9\"/>"),
                Samples.mp4())) {
            Asset stored = shelf.store(content);
            assertThat(shelf.content(stored.id())).contains(content);
            assertThat(shelf.find(stored.id())).contains(stored);
            try (InputStream tail = shelf.open(stored.id(), 5).orElseThrow()) {
                assertThat(tail.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 5, content.length));
            }
        }
    }

    @Test
    void makesSmallPicturesOnceAndStillsOfWhatRenderersCannotRead() throws IOException {
        Asset jpeg = shelf.store(Samples.jpeg(3_000, 1_500));
        assertThat(decoded(shelf.thumbnail(jpeg.id(), Thumbnail.SMALL).orElseThrow()))
                .satisfies(image -> assertThat(image.getWidth()).isEqualTo(160))
                .satisfies(image -> assertThat(image.getHeight()).isEqualTo(80));
        assertThat(decoded(shelf.thumbnail(jpeg.id(), Thumbnail.LARGE).orElseThrow())
                        .getWidth())
                .isEqualTo(640);
        assertThat(shelf.still(jpeg.id()).orElseThrow())
                .isEqualTo(shelf.content(jpeg.id()).orElseThrow());

        for (boolean lossless : new boolean[] {true, false}) {
            Asset webp = shelf.store(Samples.webp(lossless));
            BufferedImage still = decoded(shelf.still(webp.id()).orElseThrow());
            assertThat(still.getWidth()).isEqualTo(16);
            assertThat(still.getRGB(8, 6) >> 16 & 0xFF).isGreaterThan(240);
        }
        Asset svg = shelf.store(Samples.svg("<rect width=\"40\" height=\"30\" fill=\"#ff0000\"/>"));
        BufferedImage drawn = decoded(shelf.still(svg.id()).orElseThrow());
        assertThat(drawn.getWidth()).isEqualTo(2_000);
        assertThat(drawn.getRGB(1_000, 700)).isEqualTo(0xFFFF0000);

        byte[] pattern = Samples.svg("<pattern id=\"p\" width=\"1000000\" height=\"1000000\"/>"
                + "<rect width=\"40\" height=\"30\" fill=\"url(#p)\"/>");
        Asset unbounded = shelf.store(pattern);
        assertThat(shelf.content(unbounded.id()).orElseThrow()).isEqualTo(pattern);
        assertThat(shelf.still(unbounded.id())).isEmpty();

        Asset film = shelf.store(Samples.mp4());
        assertThat(shelf.still(film.id())).isEmpty();
        assertThat(shelf.thumbnail(film.id(), Thumbnail.SMALL)).isEmpty();
    }

    @Test
    void picturesThatAreAwayAreMadeAgain() throws IOException {
        Asset webp = shelf.store(Samples.webp(true));
        try (var files = Files.walk(directory.resolve("assets/.pictures"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(shelf.still(webp.id())).isPresent();
        assertThat(shelf.thumbnail(webp.id(), Thumbnail.SMALL)).isPresent();
    }

    @Test
    void largePicturesAreReadInStepsAndGetAStill() throws IOException {
        Asset png = shelf.store(Samples.png(4_000, 2_500));
        assertThat(decoded(shelf.still(png.id()).orElseThrow()).getWidth()).isEqualTo(2_000);
    }

    @Test
    void pixelsThatCannotBeReadAreRefused() {
        assertThat(reason(shelf, Samples.pngClaiming(300, 300))).isEqualTo(Reason.DAMAGED);
        assertThat(directory.resolve("assets/.incoming")).isEmptyDirectory();
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThat(reason(shelf, new byte[0])).isEqualTo(Reason.NOT_MEDIA);
        assertThatThrownBy(() -> shelf.store(new byte[Assets.SIZE_MAX_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        AssetRefusedException refusal =
                catchThrowableOfType(AssetRefusedException.class, () -> shelf(new Limits(100, 1_000, 100), 0)
                        .store(Samples.png(40, 30)));
        assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_BYTES);
        assertThat(refusal).hasMessageContaining("upload.max.megabytes");
    }

    @Test
    void aHundredMegabytesAreRefusedAtTheLimitWithoutBeingHeld() {
        long limit = Limits.DEFAULT.bytes();
        EndlessPicture endless = new EndlessPicture(100L * 1024 * 1024);
        AssetRefusedException refusal = catchThrowableOfType(AssetRefusedException.class, () -> shelf.receive(endless));
        assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_BYTES);
        assertThat(endless.given).isBetween(limit, limit + 128 * 1024);
        // Read in pieces of one small buffer, so no more than that was ever asked for.
        assertThat(endless.largestRead).isLessThanOrEqualTo(64 * 1024);
        assertThat(directory.resolve("assets/.incoming")).isEmptyDirectory();
    }

    @Test
    void aDiskWithTooLittleSpaceLeftRefusesWithAMessage() {
        AssetConflictException refusal =
                catchThrowableOfType(AssetConflictException.class, () -> shelf(Limits.DEFAULT, Long.MAX_VALUE / 2)
                        .store(Samples.png(4, 4)));
        assertThat(refusal.obstacle()).isEqualTo(Obstacle.NO_SPACE);
        assertThat(refusal).hasMessageContaining("free some space");
    }

    @Test
    void onlySoManyUploadsRunAtATime() {
        List<Received> running = new ArrayList<>();
        for (int i = 0; i < Shelf.UPLOADS_MAX; i++) {
            running.add(shelf.receive(new ByteArrayInputStream(Samples.png(4, 4 + i))));
        }
        assertThatThrownBy(() -> shelf.store(Samples.png(9, 9)))
                .isInstanceOfSatisfying(AssetConflictException.class, e -> assertThat(e.obstacle())
                        .isEqualTo(Obstacle.BUSY));
        running.forEach(Received::close);
        running.forEach(Received::close);
        assertThat(shelf.store(Samples.png(9, 9)).mediaType()).isEqualTo("image/png");
        assertThat(directory.resolve("assets/.incoming")).isEmptyDirectory();
    }

    @Test
    void whatWasHalfReceivedIsThrownAwayAtTheNextStart() throws IOException {
        Files.createDirectories(directory.resolve("assets/.incoming"));
        Files.write(directory.resolve("assets/.incoming/part-1"), new byte[100]);
        shelf.clean();
        assertThat(directory.resolve("assets/.incoming")).isEmptyDirectory();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        AssetId unknown = new AssetId("0".repeat(64));
        assertThat(shelf.content(unknown)).isEmpty();
        assertThat(shelf.find(unknown)).isEmpty();
        assertThat(shelf.open(unknown, 0)).isEmpty();
        assertThat(shelf.still(unknown)).isEmpty();
        assertThat(shelf.thumbnail(unknown, Thumbnail.LARGE)).isEmpty();
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(directory.resolve("no-directory"));
        Shelf broken = new Shelf(new FileStore(file), directory.resolve("assets"), Limits.DEFAULT, 0);
        assertThatThrownBy(() -> broken.store(Samples.png(4, 4)))
                .isInstanceOf(AssetException.class)
                .hasMessageContaining("no-directory");
        Shelf closed = new Shelf(new ClosedStore("s3.bucket is missing"), directory, Limits.DEFAULT, 0);
        assertThatThrownBy(() -> closed.find(new AssetId("0".repeat(64)))).hasMessageContaining("s3.bucket is missing");
    }

    private static Reason reason(Shelf shelf, byte[] content) {
        AssetRefusedException refusal = catchThrowableOfType(AssetRefusedException.class, () -> shelf.store(content));
        return refusal == null ? null : refusal.reason();
    }

    private static BufferedImage decoded(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    /** Begins like a PNG and goes on for as long as anybody reads. */
    private static final class EndlessPicture extends InputStream {
        private final long length;
        private long given;
        private int largestRead;

        private EndlessPicture(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return given++ < length ? 0x89 : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            largestRead = Math.max(largestRead, count);
            int some = (int) Math.min(count, length - given);
            given += some;
            return some == 0 ? -1 : some;
        }
    }
}
