package com.sothebais.stream.scene;

import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.video.DrawnPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Writes the scenes of a show as PNG, to look at: {@code ScenePreview <directory> <renderer class> <artwork file>}, with the
 * renderer's classes on the class path.
 */
final class ScenePreview {
    private ScenePreview() {}

    public static void main(String[] args) throws Exception {
        Renderer renderer =
                (Renderer) Class.forName(args[1]).getDeclaredConstructor().newInstance();
        MemoryAssets assets = new MemoryAssets().with(ShowScenes.ARTWORK, Files.readAllBytes(Path.of(args[2])));
        try (Canvas canvas = renderer.open(Size.HD, new DrawnPictures(assets))) {
            write(canvas, ShowScenes.by(Composers.of(Size.HD)), args[0], "");
            write(canvas, ShowScenes.by(Composers.withWallet(Size.HD)), args[0], "-wallet");
        }
    }

    private static void write(Canvas canvas, Map<String, Scene> scenes, String directory, String suffix)
            throws IOException {
        for (Map.Entry<String, Scene> scene : scenes.entrySet()) {
            write(canvas, scene.getValue(), Path.of(directory, scene.getKey() + suffix + ".png"));
        }
    }

    private static void write(Canvas canvas, Scene scene, Path file) throws IOException {
        canvas.draw(scene, Damage.all(scene.size()));
        BufferedImage image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 1280, 720, canvas.pixels(), 0, 1280);
        ImageIO.write(image, "png", file.toFile());
    }
}
