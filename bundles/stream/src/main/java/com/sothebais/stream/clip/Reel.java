package com.sothebais.stream.clip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of one recording that follow each other to the picture, as one. Times are microseconds from the beginning of its last
 * part, so they are negative in the parts before.
 */
final class Reel {

    /** How far the end of a part may be from the beginning of the next: less than one picture. */
    static final long BORDER_MICROS = 10_000;

    private record Part(Film film, long startMicros) {}

    /** A fragment of a part, and when it begins. */
    private record Piece(Part part, Fragment fragment, long startMicros) {}

    private final List<Part> parts;

    private Reel(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    Reel(Film last) {
        this(List.of(new Part(last, 0)));
    }

    /** Whether a film goes on where this begins. @param startMicros when the film begins */
    boolean follows(Film film, long startMicros) throws IOException {
        Part first = parts.get(0);
        long gap = first.startMicros() - startMicros - film.lengthMicros();
        return Math.abs(gap) <= BORDER_MICROS && film.isLike(first.film());
    }

    /** With another part before all others. */
    Reel after(Film film, long startMicros) {
        List<Part> all = new ArrayList<>(List.of(new Part(film, startMicros)));
        all.addAll(parts);
        return new Reel(all);
    }

    /**
     * Writes a film of its own: from the keyframe at or before one time to the end of the fragment that holds another.
     *
     * @param target replaced as a whole, so that nobody ever sees half a clip
     */
    void cut(long fromMicros, long untilMicros, Path target) throws IOException {
        List<Piece> pieces = pieces();
        List<Piece> wanted = pieces.subList(first(pieces, fromMicros), pieces.size()).stream()
                .filter(piece -> piece.startMicros() < untilMicros)
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        Path half = target.resolveSibling(target.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(wanted, out);
            out.force(true);
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Piece> pieces() {
        return parts.stream()
                .flatMap(part -> part.film().fragments().stream()
                        .map(fragment -> new Piece(part, fragment, part.startMicros() + fragment.startMicros())))
                .toList();
    }

    private static int first(List<Piece> pieces, long fromMicros) {
        int first = 0;
        for (int i = 0; i < pieces.size() && pieces.get(i).startMicros() <= fromMicros; i++) {
            first = pieces.get(i).fragment().key() ? i : first;
        }
        return first;
    }

    private void write(List<Piece> wanted, FileChannel out) throws IOException {
        long base = 0;
        int number = 0;
        for (Part part : parts) {
            List<Piece> own =
                    wanted.stream().filter(piece -> piece.part() == part).toList();
            if (own.isEmpty()) {
                continue;
            }
            Film film = part.film();
            try (FileChannel in = film.open()) {
                if (number == 0) {
                    film.copyInit(in, out);
                    ByteBuffer head = Film.head(in, own.get(0).fragment());
                    base = part.startMicros() + Fragment.earliestMicros(head, film.tracks());
                }
                for (Piece piece : own) {
                    ByteBuffer head = Film.head(in, piece.fragment());
                    Fragment.shift(head, film.tracks(), base - part.startMicros());
                    number++;
                    Fragment.number(head, number);
                    while (head.hasRemaining()) {
                        out.write(head);
                    }
                    Film.copyData(in, piece.fragment(), out);
                }
            }
        }
    }
}
