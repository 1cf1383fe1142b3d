package com.sothebais.stream.transition;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/** The name of the platform as outlines, with the letters that a reader takes for one another in two colours. Immutable. */
record Wordmark(List<Letter> letters) {
    private static final String FILE = "/brand/wordmark.txt";
    private static final String GOLD = "gold";

    Wordmark {
        letters = List.copyOf(letters);
    }

    /** @param outline y grows downwards, the line of writing is at 0 */
    record Letter(boolean gold, Path2D outline) {}

    static Wordmark bundled() {
        try (InputStream in = Wordmark.class.getResourceAsStream(FILE)) {
            return new Wordmark(new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(Wordmark::letter)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle is damaged: " + FILE + " cannot be read", e);
        }
    }

    /** A colour, then move, line, quadratic, cubic and close as in SVG, with absolute whole numbers. */
    private static Letter letter(String line) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        try (Scanner words = new Scanner(line).useLocale(Locale.ROOT)) {
            boolean gold = words.next().equals(GOLD);
            while (words.hasNext()) {
                segment(path, words.next(), words);
            }
            return new Letter(gold, path);
        }
    }

    private static void segment(Path2D path, String kind, Scanner numbers) {
        switch (kind) {
            case "M" -> path.moveTo(numbers.nextInt(), numbers.nextInt());
            case "L" -> path.lineTo(numbers.nextInt(), numbers.nextInt());
            case "Q" -> path.quadTo(numbers.nextInt(), numbers.nextInt(), numbers.nextInt(), numbers.nextInt());
            case "C" ->
                path.curveTo(
                        numbers.nextInt(),
                        numbers.nextInt(),
                        numbers.nextInt(),
                        numbers.nextInt(),
                        numbers.nextInt(),
                        numbers.nextInt());
            case "Z" -> path.closePath();
            default -> throw new IllegalStateException("unknown segment '" + kind + "' in " + FILE);
        }
    }

    Rectangle2D bounds() {
        Rectangle2D all = letters.get(0).outline().getBounds2D();
        letters.forEach(letter -> Rectangle2D.union(all, letter.outline().getBounds2D(), all));
        return all;
    }
}
