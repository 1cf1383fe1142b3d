package com.sothebais.stream.picture;

import com.sothebais.stream.film.FilmKind;
import com.sothebais.stream.film.FilmReader;
import com.sothebais.stream.film.Footage;
import com.sothebais.stream.film.Shot;
import com.sothebais.stream.film.WebpFilm;
import com.sothebais.stream.film.Work;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.print.Print;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Shows films and moving drawings as the stream does, and what they cost: {@code ArtworkPreview sheet.png file...}. */
public final class ArtworkPreview {
    private static final int WIDTH = 576;
    private static final int HEIGHT = 342;
    private static final int SHOWN = 6;
    private static final int STEP_MICROS = 300_000;
    private static final int MEASURED = 120;

    private ArtworkPreview() {}

    public static void main(String[] arguments) throws IOException {
        NativeMedia.load(Path.of("target", "native"));
        BufferedImage sheet =
                new BufferedImage(SHOWN * WIDTH / 2, (arguments.length - 1) * HEIGHT / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.DARK_GRAY);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int row = 0; row < arguments.length - 1; row++) {
            Path file = Path.of(arguments[row + 1]);
            show(pen, row, file);
            measure(file);
        }
        pen.dispose();
        ImageIO.write(sheet, "png", Path.of(arguments[0]).toFile());
    }

    private static Footage open(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (WebpFilm.isOne(content)) {
            return new WebpFilm(file, WIDTH, HEIGHT);
        }
        Optional<FilmKind> kind = FilmKind.of(content);
        return kind.isPresent()
                ? new FilmReader(file, kind.get(), WIDTH, HEIGHT)
                : SvgFilm.of(content, WIDTH, HEIGHT).orElseThrow();
    }

    private static void show(Graphics2D pen, int row, Path file) throws IOException {
        try (Footage footage = open(file)) {
            for (int i = 0; i < SHOWN; i++) {
                Optional<Shot> shot = footage.next((long) i * STEP_MICROS);
                if (shot.isEmpty() && footage.rewind()) {
                    shot = footage.next((long) i * STEP_MICROS);
                }
                int x = i * WIDTH / 2;
                shot.ifPresent(
                        one -> pen.drawImage(image(one.print()), x, row * HEIGHT / 2, WIDTH / 2, HEIGHT / 2, null));
            }
        }
    }

    private static BufferedImage image(Print print) {
        BufferedImage image = new BufferedImage(print.width(), print.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(print.pixels(), 0, pixels, 0, pixels.length);
        return image;
    }

    private static void measure(Path file) throws IOException {
        try (Footage footage = open(file)) {
            long spent = 0;
            long last = 0;
            for (int i = 0; i < 2 * MEASURED; i++) {
                spent = i == MEASURED ? Work.nanos() : spent;
                Optional<Shot> shot = footage.next(Long.MIN_VALUE);
                if (shot.isEmpty() && !footage.rewind()) {
                    break;
                }
                last = shot.map(Shot::dueMicros).orElse(last);
            }
            System.out.printf(
                    "%s: %.1f ms of a processor a picture at %dx%d, %.1f pictures a second%n",
                    file.getFileName(),
                    (Work.nanos() - spent) / 1e6 / MEASURED,
                    WIDTH,
                    HEIGHT,
                    2e6 * MEASURED / Math.max(1, last));
        }
    }
}
