package com.sothebais.stream.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Part;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.scene.Place;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Films;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.Webps;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GalleryTest {
    private static final Place PLACE = new Place(64, 64);
    private static final Size SMALL = new Size(64, 64);

    private final MemoryAssets assets = new MemoryAssets();
    private final Gallery gallery = Gallery.of(assets);
    private final Prints prints = new Prints(gallery);

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @AfterEach
    void close() {
        gallery.close();
    }

    @Test
    void aFilmPlaysInTheTimeOfTheStreamRoundAfterRound() {
        AssetId film = assets.store(Films.mp4(4, SMALL)).id();
        awaitFrame(film, 0);
        List<Integer> seen = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            long millis = 100L * step;
            long wanted = 2 + step;
            // Nothing but the time of the stream makes it go on, and this stream waits for its pictures.
            Await.until("picture " + wanted, () -> gallery.frame(film, PLACE, millis) >= wanted);
            assertThat(gallery.frame(film, PLACE, millis)).isEqualTo(wanted);
            seen.add(nearest(middle(shown(film, wanted))));
        }

        assertThat(seen).containsExactly(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
    }

    @Test
    void anAnimationPlaysWithItsOwnTimes() {
        AssetId animation = assets.store(Films.gif(64, 50, 2)).id();
        awaitFrame(animation, 0);

        assertThat(gallery.frame(animation, PLACE, 400)).isEqualTo(2);
        assertThat(gallery.frame(animation, PLACE, 500)).isEqualTo(3);
        assertThat(gallery.frame(animation, PLACE, 900)).isEqualTo(3);
    }

    @Test
    void whoAsksNeverWaitsAndGetsThePictureBefore() {
        AssetId film = assets.store(Films.mp4(40, SMALL)).id();
        long before = awaitFrame(film, 0);
        long asked = System.nanoTime();
        for (int i = 1; i < 10; i++) {
            long frame = gallery.frame(film, PLACE, 400L * i);
            assertThat(frame).isGreaterThanOrEqualTo(before);
            assertThat(shown(film, frame)).isNotNull();
            before = frame;
        }

        assertThat(System.nanoTime() - asked).as("ten questions").isLessThan(1_000_000_000L);
    }

    @Test
    void moreFilmsThanMayPlayShowTheirFirstPictureAndSaySo() {
        List<AssetId> films = new ArrayList<>();
        for (int i = 0; i <= Gallery.FILMS_MAX; i++) {
            films.add(assets.store(Films.mp4(4 + i, SMALL)).id());
            awaitFrame(films.get(i), 0);
        }

        assertThat(gallery.trouble())
                .hasValueSatisfying(text -> assertThat(text).contains("3 others play"));
        assertThat(shown(films.get(Gallery.FILMS_MAX), 1)).isNotNull();
    }

    @Test
    void aFilmWithADamagedMiddleStandsStillOrGoesOnAndNeverStopsAnything() {
        byte[] film = Films.mp4(40, SMALL);
        for (int at = film.length / 3; at < film.length; at++) {
            film[at] = (byte) (at * 31);
        }
        AssetId asset = assets.store(film).id();
        Await.until(
                "an answer",
                () -> gallery.frame(asset, PLACE, 0) > 0 || gallery.trouble().isPresent());
        Await.until("the fault", () -> {
            gallery.frame(asset, PLACE, System.nanoTime() / 1_000_000);
            return gallery.trouble().isPresent();
        });

        assertThat(gallery.trouble()).hasValueSatisfying(text -> assertThat(text)
                .contains(asset.value().substring(0, 12)));
    }

    @Test
    void aPictureThatComesLaterIsAnotherPicture() {
        AssetId late = new AssetId("b".repeat(64));
        assertThat(gallery.frame(late, PLACE, 0)).isZero();
        Await.until(
                "it is missed",
                () -> gallery.frame(late, PLACE, 0) == 0
                        && gallery.trouble()
                                .filter(text -> text.contains("upload it"))
                                .isPresent());

        assets.with(late, Films.gif(32, 10, 1));

        assertThat(awaitFrame(late, 0)).isPositive();
        assertThat(gallery.trouble()).isEmpty();
    }

    @Test
    void whatHasTooManyBytesIsNotDecoded() {
        AssetId heavy = assets.store(new byte[100 << 20]).id();
        gallery.frame(heavy, PLACE, 0);
        Await.until("the reason", () -> gallery.trouble().isPresent());

        assertThat(gallery.trouble())
                .hasValueSatisfying(text -> assertThat(text).contains("104857600 bytes"));
    }

    @Test
    void textThatClaimsToBeAFilmIsNone() {
        AssetId text = assets.store("....ftypisom file:///etc/passwd".getBytes(StandardCharsets.US_ASCII))
                .id();
        gallery.frame(text, PLACE, 0);
        Await.until("the reason", () -> gallery.trouble().isPresent());

        assertThat(gallery.trouble()).hasValueSatisfying(why -> assertThat(why).contains("cannot be played"));
    }

    @Test
    void aDrawingThatMovesPlaysAndStaysWhenItIsOver() {
        AssetId drawing = new AssetId("c".repeat(64));
        assets.with(
                drawing,
                ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'><rect width='4' height='4' fill='#f00'>"
                                + "<animate attributeName='fill' to='#00f' dur='1s' fill='freeze'/></rect></svg>")
                        .getBytes(StandardCharsets.UTF_8),
                "image/svg+xml");
        long first = awaitFrame(drawing, 0);
        Await.until("it moves", () -> gallery.frame(drawing, PLACE, 400) > first);
        Await.until("its end", () -> {
            long last = gallery.frame(drawing, PLACE, 800 + System.nanoTime() / 1_000_000);
            return middle(shown(drawing, last)) == 0xFF0000FF;
        });

        assertThat(gallery.trouble()).isEmpty();
    }

    @Test
    void aDrawingThatIsNotPlayedSaysWhyAndShowsWhatTheStoreMadeOfIt() {
        awaitDrawing("<text>Hi</text><rect><animate attributeName='x' to='9' dur='1s'/></rect>");

        assertThat(gallery.trouble())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("stands still").contains("text to paths"));
    }

    @Test
    void aDrawingMovesAsItsStyleSheetSays() {
        AssetId drawing = new AssetId("b".repeat(64));
        assets.with(
                drawing,
                ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'><style>@keyframes a{to{fill:#00f}}"
                                + "rect{animation:a 1s forwards}</style><rect width='4' height='4' fill='#f00'/></svg>")
                        .getBytes(StandardCharsets.UTF_8),
                "image/svg+xml");
        awaitFrame(drawing, 0);
        Await.until("its end", () -> {
            long last = gallery.frame(drawing, PLACE, 1_200 + System.nanoTime() / 1_000_000);
            return middle(shown(drawing, last)) == 0xFF0000FF;
        });

        assertThat(gallery.trouble()).isEmpty();
    }

    @Test
    void aDrawingWhoseStyleSheetAsksForMoreSaysWhatStandsStill() {
        awaitDrawing("<style>@keyframes a{to{filter:blur(2px)}}rect{animation:a 1s}</style>"
                + "<rect width='4' height='4'/>");

        assertThat(gallery.trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("stands still", "style sheets", "filter", "SMIL"));
    }

    /** A drawing with this inside is there, as the picture that the store made of it. */
    private void awaitDrawing(String inside) {
        AssetId drawing = new AssetId("d".repeat(64));
        assets.with(
                drawing,
                ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'>" + inside + "</svg>")
                        .getBytes(StandardCharsets.UTF_8),
                "image/svg+xml");
        assets.withStill(drawing, png());
        awaitFrame(drawing, 0);
    }

    @Test
    void anAnimatedWebpPlays() {
        AssetId animation = new AssetId("e".repeat(64));
        assets.with(
                animation,
                new Webps(16, 16)
                        .frame(0, 0, 16, Films.COLORS.get(0), 200, 0)
                        .frame(0, 0, 16, Films.COLORS.get(1), 200, 0)
                        .bytes(),
                "image/webp");
        long first = awaitFrame(animation, 0);
        assertThat(nearest(middle(shown(animation, first)))).isZero();
        Await.until("it moves", () -> gallery.frame(animation, PLACE, 200) > first);

        assertThat(nearest(middle(shown(animation, first + 1)))).isEqualTo(1);
        assertThat(gallery.trouble()).isEmpty();
    }

    @Test
    void aDamagedWebpSaysWhyAndShowsWhatTheStoreMadeOfIt() {
        AssetId animation = new AssetId("f".repeat(64));
        assets.with(animation, new Webps(16, 16).bytes(), "image/webp");
        assets.withStill(animation, png());
        awaitFrame(animation, 0);

        assertThat(gallery.trouble()).hasValueSatisfying(why -> assertThat(why).contains("no frames"));
    }

    private static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private long awaitFrame(AssetId asset, long millis) {
        Await.until("a picture", () -> gallery.frame(asset, PLACE, millis) > 0);
        return gallery.frame(asset, PLACE, millis);
    }

    private Bitmap shown(AssetId asset, long frame) {
        return prints.bitmap(new Picture(asset, 0, Part.WHOLE, frame), 64, 64).orElseThrow();
    }

    private static int middle(Bitmap bitmap) {
        return bitmap.pixels()[bitmap.height() / 2 * bitmap.width() + bitmap.width() / 2];
    }

    private static int nearest(int color) {
        int best = 0;
        for (int i = 1; i < Films.COLORS.size(); i++) {
            best = distance(color, Films.COLORS.get(i)) < distance(color, Films.COLORS.get(best)) ? i : best;
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            sum += Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
        }
        return sum;
    }
}
