package com.sothebais.contract.renderer;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Scenes with the pictures that every renderer is compared with: one of each kind, scripts of the world, and a show. */
public final class References {
    private static final String FOLDER = "/reference/";
    private static final Map<String, Scene> SCENES = SceneReader.read(FOLDER + "scenes.txt");

    private References() {}

    /** By name, in their order. */
    public static Map<String, Scene> scenes() {
        return SCENES;
    }

    /** The assets that the scenes show. */
    public static PlainPictures pictures() {
        PlainPictures pictures = new PlainPictures();
        pictures.store(new AssetId("a".repeat(64)), 0xFF2F6F7E);
        return pictures;
    }

    /** The reference of a scene, 0xFFRRGGBB, row by row; empty when none was drawn yet. */
    public static Optional<int[]> picture(String name) {
        try (InputStream in = References.class.getResourceAsStream(FOLDER + name + ".png")) {
            if (in == null) {
                return Optional.empty();
            }
            BufferedImage image = ImageIO.read(in);
            return Optional.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a frame as PNG. */
    public static void write(Path file, int[] pixels, Size size) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, size.width(), size.height(), pixels, 0, size.width());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
