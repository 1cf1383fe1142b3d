package com.sothebais.stream.picture;

import com.sothebais.stream.film.FilmKind;
import com.sothebais.stream.film.FilmReader;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.print.Png;
import com.sothebais.stream.print.Print;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The first picture of a film, and drawings with filters and patterns, as a PNG. Stateless. */
public final class FirstLook {
    /** Longest edge, pixels. */
    public static final int EDGE_MAX = 1_000;

    private static final String MP4 = "video/mp4";
    private static final String SVG = "image/svg+xml";

    private FirstLook() {}

    /**
     * The libraries must be loaded.
     *
     * @return empty for another type
     * @throws MediaException when a film cannot be decoded
     * @throws SvgRefused when a drawing is not drawn
     */
    public static Optional<byte[]> png(Path file, String mediaType, int edgePixels) throws IOException {
        if (edgePixels < 1 || edgePixels > EDGE_MAX) {
            throw new IllegalArgumentException("expected an edge of 1 to " + EDGE_MAX + " pixels, got " + edgePixels);
        }
        return switch (mediaType) {
            case MP4 -> film(file, edgePixels);
            case SVG -> Optional.of(png(drawing(file, edgePixels)));
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> film(Path file, int edge) throws IOException {
        try (FilmReader reader = new FilmReader(file, FilmKind.MP4, edge, edge)) {
            var shot = reader.next(Long.MIN_VALUE);
            return shot.isPresent() ? Optional.of(png(shot.get().print())) : Optional.empty();
        }
    }

    private static Print drawing(Path file, int edge) throws IOException {
        if (Files.size(file) > SvgDrawing.BYTES_MAX) {
            throw new SvgRefused("it has more than " + SvgDrawing.BYTES_MAX + " bytes; simplify it or use a PNG");
        }
        byte[] svg = Files.readAllBytes(file);
        Optional<SvgFilm> film = SvgFilm.of(svg, edge, edge);
        return film.isPresent() ? film.get().next(0).orElseThrow().print() : SvgFilm.still(svg, edge, edge);
    }

    private static byte[] png(Print print) {
        BufferedImage image = new BufferedImage(print.width(), print.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(print.pixels(), 0, pixels, 0, pixels.length);
        BufferedImage plain = new BufferedImage(print.width(), print.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return Png.of(plain);
    }
}
