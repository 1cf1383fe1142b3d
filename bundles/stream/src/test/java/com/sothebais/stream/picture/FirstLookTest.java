package com.sothebais.stream.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.testing.Films;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLookTest {
    @TempDir
    Path directory;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("content"), content);
    }

    private BufferedImage look(byte[] content, String mediaType) throws IOException {
        byte[] png = FirstLook.png(file(content), mediaType, 100).orElseThrow();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void showsTheFirstPictureOfAFilm() throws IOException {
        BufferedImage image = look(Films.mp4(4, new Size(64, 32)), "video/mp4");

        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(image.getHeight()).isEqualTo(50);
        assertThat(image.getRGB(50, 25) >> 16 & 0xFF).isBetween(0xB0, 0xD0);
        assertThat(image.getRGB(50, 25) & 0xFF).isBetween(0x20, 0x40);
    }

    @Test
    void showsTheBeginningOfADrawing() throws IOException {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><filter id='f'><feFlood"
                + " flood-color='#0f0'/></filter><rect width='10' height='10' filter='url(#f)'>"
                + "<animate attributeName='x' to='90' dur='1s'/></rect></svg>";
        BufferedImage image = look(svg.getBytes(StandardCharsets.UTF_8), "image/svg+xml");

        assertThat(image.getRGB(50, 50)).isEqualTo(0xFF00FF00);
    }

    @Test
    void saysWhatItCannotShow() throws IOException {
        assertThat(FirstLook.png(file(new byte[9]), "image/png", 100)).isEmpty();
        assertThatExceptionOfType(MediaException.class).isThrownBy(() -> look(new byte[99], "video/mp4"));
        assertThatExceptionOfType(SvgRefused.class).isThrownBy(() -> look(new byte[99], "image/svg+xml"));
    }
}
