package com.sothebais.stream.scene;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.scene.HostPose.Caption;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.ShowFacts;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Writes the scenes of a show as PNG, to look at: {@code ScenePreview <directory> <renderer class> <artwork file>}, with the
 * renderer's classes on the class path.
 */
final class ScenePreview {
    private static final AssetId ARTWORK = new AssetId("a".repeat(64));

    private ScenePreview() {}

    public static void main(String[] args) throws Exception {
        Renderer renderer =
                (Renderer) Class.forName(args[1]).getDeclaredConstructor().newInstance();
        MemoryAssets assets = new MemoryAssets().with(ARTWORK, Files.readAllBytes(Path.of(args[2])));
        SceneComposer composer = new SceneComposer(Size.HD, "sothebais");
        Instant live = ShowFacts.LIVE;
        HostPose quiet = new HostPose(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0), Optional.empty());
        HostPose speaking = new HostPose(
                new Figure(Mood.EXCITED, Mouth.OPEN, 0, 300, 2),
                Optional.of(new Caption(
                        "Vivienne",
                        "Two point five ETH from @lena! The reserve is met, and the koi is leaving the pond.")));
        try (Canvas canvas = renderer.open(Size.HD, assets)) {
            write(canvas, composer.compose(Stage.EMPTY, quiet, live, 0), args[0] + "/0-nothing.png");
            write(
                    canvas,
                    composer.compose(new ShowFacts().announced().stage(), speaking, live.minusSeconds(9_000), 60),
                    args[0] + "/1-next.png");
            Stage pre = new ShowFacts()
                    .announced()
                    .moved(SessionPhase.PLANNED, SessionPhase.PRE, live.minusSeconds(20))
                    .stage();
            write(canvas, composer.compose(pre, speaking, live.minusSeconds(12), 90), args[0] + "/2-pre.png");
            ShowFacts facts = new ShowFacts().announced().open();
            write(canvas, composer.compose(facts.stage(), quiet, live.plusSeconds(3), 120), args[0] + "/3-open.png");
            facts.bid(ShowFacts.FIRST, "marco", "0.5", live.plusSeconds(5))
                    .refused(ShowFacts.FIRST, "pauper_with_long_name", "1.2", Reason.NEEDS_FUNDS, live.plusSeconds(8))
                    .bid(ShowFacts.FIRST, "kai", "1.8", live.plusSeconds(9))
                    .refused(ShowFacts.FIRST, "oskar", "1.8", Reason.TOO_LOW, live.plusSeconds(10))
                    .bid(ShowFacts.FIRST, "lena", "2.5", live.plusSeconds(12));
            write(
                    canvas,
                    composer.compose(facts.stage(), speaking, live.plusSeconds(14), 150),
                    args[0] + "/4-bids.png");
            facts.bid(ShowFacts.FIRST, "sniper", "12.345", live.plusSeconds(40))
                    .extended(ShowFacts.FIRST, live.plusSeconds(45), live.plusSeconds(55), live.plusSeconds(40));
            write(
                    canvas,
                    composer.compose(facts.stage(), quiet, live.plusSeconds(43), 180),
                    args[0] + "/5-extended.png");
            write(
                    canvas,
                    composer.compose(facts.stage(), speaking, live.plusSeconds(49), 190),
                    args[0] + "/6-urgent.png");
            facts.paused(ShowFacts.FIRST, live.plusSeconds(50));
            write(canvas, composer.compose(facts.stage(), quiet, live.plusSeconds(80), 195), args[0] + "/6-paused.png");
            facts.sold(ShowFacts.FIRST, "sniper", "12.345", live.plusSeconds(55))
                    .settled(ShowFacts.FIRST, live.plusSeconds(56));
            write(
                    canvas,
                    composer.compose(facts.stage(), speaking, live.plusSeconds(57), 200),
                    args[0] + "/7-sold.png");
            facts.moved(SessionPhase.LIVE, SessionPhase.POST, live.plusSeconds(100));
            write(
                    canvas,
                    composer.compose(facts.stage(), speaking, live.plusSeconds(101), 210),
                    args[0] + "/8-post.png");
        }
    }

    private static void write(Canvas canvas, Scene scene, String file) throws IOException {
        canvas.draw(scene, Damage.all(scene.size()));
        BufferedImage image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 1280, 720, canvas.pixels(), 0, 1280);
        ImageIO.write(image, "png", new File(file));
    }
}
