package com.sothebais.stream.control;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.stream.layout.BundledLayout;
import com.sothebais.stream.layout.LayoutShelf;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.HostPose.Caption;
import com.sothebais.stream.scene.Playing;
import com.sothebais.stream.scene.Screen;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.scene.Venue;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.video.DrawnPictures;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Writes the bundled sources as PNG, to look at: {@code SourcePreview <directory> <renderer class>}. */
final class SourcePreview {
    private static final Figure FIGURE = new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0);

    private SourcePreview() {}

    public static void main(String[] args) throws Exception {
        Renderer renderer =
                (Renderer) Class.forName(args[1]).getDeclaredConstructor().newInstance();
        Path to = Path.of(args[0]);
        Instant live = ShowFacts.LIVE;
        ShowFacts facts = new ShowFacts().announced();
        Stage planned = facts.stage();
        Stage open = facts.open()
                .bid(ShowFacts.FIRST, "lena", "2.5", live.plusSeconds(5))
                .stage();
        Stage ended = facts.moved(SessionPhase.LIVE, SessionPhase.POST, live.plusSeconds(60))
                .moved(SessionPhase.POST, SessionPhase.ENDED, live.plusSeconds(90))
                .stage();
        HostPose quiet = new HostPose(FIGURE, Optional.empty());
        HostPose speaking = new HostPose(
                FIGURE, Optional.of(new Caption("Vivienne", "We fix a cable, dear. Bids count as always.")));
        try (Canvas canvas = renderer.open(Size.HD, new DrawnPictures(Gallery.waiting(new MemoryAssets())))) {
            write(canvas, to.resolve("bars.png"), scenes(Source.BARS, false).compose(open, quiet, live, 1_234_567));
            Scenes wallet = scenes(Source.STANDBY, true);
            write(
                    canvas,
                    to.resolve("standby-planned.png"),
                    wallet.compose(planned, quiet, live.minusSeconds(4000), 99));
            Scenes plain = scenes(Source.STANDBY, false);
            write(canvas, to.resolve("standby-open.png"), plain.compose(open, speaking, live.plusSeconds(20), 99));
            write(canvas, to.resolve("standby-ended.png"), plain.compose(ended, quiet, live.plusSeconds(100), 99));
            write(
                    canvas,
                    to.resolve("show.png"),
                    scenes(Source.SHOW, false).compose(open, quiet, live.plusSeconds(20), 99));
            Stage rehearsal = ShowFacts.rehearsal()
                    .announced()
                    .open()
                    .bid(ShowFacts.FIRST, "lena", "2.5", live.plusSeconds(5))
                    .stage();
            for (Source source : List.of(Source.SHOW, Source.BARS, Source.STANDBY)) {
                write(
                        canvas,
                        to.resolve("rehearsal-" + source + ".png"),
                        scenes(source, false).compose(rehearsal, quiet, live.plusSeconds(20), 99));
            }
        }
    }

    private static Scenes scenes(Source source, boolean wallet) {
        Venue venue = new Venue("sothebais", wallet ? Optional.of("https://auction.example/wallet") : Optional.empty());
        LayoutShelf shelf = new LayoutShelf(Path.of("nowhere"), asset -> false);
        return new LayoutSources(new Screen(Size.HD, 30), Playing.NOTHING, venue, new BundledLayout(), shelf)
                .open(source)
                .orElseThrow();
    }

    private static void write(Canvas canvas, Path file, Scene scene) throws Exception {
        canvas.draw(scene, Damage.all(scene.size()));
        BufferedImage image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 1280, 720, canvas.pixels(), 0, 1280);
        ImageIO.write(image, "png", file.toFile());
    }
}
