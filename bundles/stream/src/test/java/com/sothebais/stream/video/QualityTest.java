package com.sothebais.stream.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.HostPose.Caption;
import com.sothebais.stream.scene.IdleMotion;
import com.sothebais.stream.scene.SceneComposer;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.Filters;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.video.PixelConverter.Planes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lively lot at the usual rate looks like what was drawn: bids, a speaking host, a running clock, a hammer. */
class QualityTest {
    private static final int FPS = 30;
    private static final int FRAMES = 90;
    private static final int BID_EVERY = 9;
    private static final double SSIM_LEAST = 0.97;
    private static final VideoFormat FORMAT = new VideoFormat(Size.HD, FPS, 4_500, FPS, "superfast", 1);

    @TempDir
    private Path directory;

    private final ShowFacts facts = new ShowFacts();
    private final SceneComposer composer = Composers.withWallet(Size.HD);

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @Test
    void whatViewersGetIsWhatWasDrawn() throws Exception {
        Path film = directory.resolve("film.h264");
        Path drawn = directory.resolve("drawn.y4m");
        AssetId artwork = new AssetId("a".repeat(64));
        MemoryAssets assets = new MemoryAssets().with(artwork, artwork());
        facts.announced(artwork).open();
        try (OutputStream encoded = Files.newOutputStream(film);
                OutputStream original = Files.newOutputStream(drawn);
                VideoEncoder encoder = new VideoEncoder(FORMAT);
                TrackFormat track = encoder.track();
                Canvas canvas = new Java2dRenderer().open(Size.HD, new DrawnPictures(assets))) {
            encoded.write(track.headers());
            original.write("YUV4MPEG2 W1280 H720 F30:1 Ip A1:1 C420jpeg\n".getBytes(StandardCharsets.US_ASCII));
            Lossless lossless = new Lossless();
            Optional<Scene> before = Optional.empty();
            for (int frame = 0; frame < FRAMES; frame++) {
                Scene scene = scene(frame);
                List<Area> damage =
                        before.map(was -> Damage.between(was, scene)).orElseGet(() -> Damage.all(Size.HD));
                canvas.draw(scene, damage);
                encoder.paint(canvas.pixels(), damage);
                encoded.write(encoder.encode(frame, false).orElseThrow().data());
                lossless.write(canvas.pixels(), original);
                before = Optional.of(scene);
            }
        }

        assertThat(Files.size(film) * 8.0 * FPS / FRAMES / 1_000)
                .as("kilobits a second")
                .isLessThan(5_000);
        assertThat(Filters.ssim(film, drawn, FPS)).isGreaterThanOrEqualTo(SSIM_LEAST);
    }

    private Scene scene(int frame) {
        Instant now = ShowFacts.LIVE.plusMillis(30_000 + frame * 1_000L / FPS);
        long millis = frame * 1_000L / FPS;
        if (frame % BID_EVERY == 0) {
            facts.bid(ShowFacts.FIRST, "bidder" + frame, "1." + (100 + frame), now);
            facts.refused(ShowFacts.FIRST, "late" + frame, "0.2", Reason.TOO_LOW, now);
        }
        if (frame == FRAMES - 20) {
            facts.sold(ShowFacts.FIRST, "bidder" + (frame - frame % BID_EVERY), "1.163", now);
        }
        Mouth mouth = Mouth.values()[frame / 3 % Mouth.values().length];
        Figure figure = new Figure(
                frame < FRAMES / 2 ? Mood.EXCITED : Mood.TRIUMPHANT,
                mouth,
                IdleMotion.blinkPermille(millis),
                IdleMotion.gazePermille(millis),
                IdleMotion.swayPixels(millis));
        Caption caption =
                new Caption("Vivienne", frame < 40 ? "Who gives me more?" : "Going once, going twice, and gone!");
        return composer.compose(facts.stage(), new HostPose(figure, Optional.of(caption)), now, frame);
    }

    /** The same conversion as in front of the encoder, and nothing after it. */
    private static final class Lossless {
        private final PixelConverter converter = new PixelConverter(Size.HD);
        private final byte[] y = new byte[1280 * 720];
        private final byte[] u = new byte[640 * 360];
        private final byte[] v = new byte[640 * 360];

        void write(int[] pixels, OutputStream out) throws IOException {
            Planes planes = new Planes(ByteBuffer.wrap(y), ByteBuffer.wrap(u), ByteBuffer.wrap(v), 1280, 640, 640);
            converter.convert(pixels, new Area(0, 0, 1280, 720), planes);
            out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
            out.write(y);
            out.write(u);
            out.write(v);
        }
    }

    /** Full of detail, as generated art is. */
    private static byte[] artwork() throws IOException {
        BufferedImage image = new BufferedImage(800, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.drawLine(random.nextInt(800), random.nextInt(800), random.nextInt(800), random.nextInt(800));
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
