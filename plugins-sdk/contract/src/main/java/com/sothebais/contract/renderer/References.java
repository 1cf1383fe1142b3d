package com.sothebais.contract.renderer;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.contract.PlainPictures;
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
    private static final int FAINT = 8;

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
    static Optional<int[]> picture(String name) {
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

    /** Where two frames differ, eight times as bright as the difference; stray pixels are red. */
    static int[] difference(int[] actual, int[] expected, Size size) {
        int[] seen = new int[actual.length];
        for (int i = 0; i < seen.length; i++) {
            int most = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int apart = Likeness.channel(actual[i], shift) - Likeness.channel(expected[i], shift);
                most = Math.max(most, Math.abs(apart));
            }
            boolean stray = Likeness.stray(actual, expected, size, i % size.width(), i / size.width());
            seen[i] = 0xFF000000 | (stray ? 0xFF0000 : Math.min(255, most * FAINT) * 0x010101);
        }
        return seen;
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
