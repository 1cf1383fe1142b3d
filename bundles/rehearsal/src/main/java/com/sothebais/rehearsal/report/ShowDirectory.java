package com.sothebais.rehearsal.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of one show: {@code status}, {@code report.json}, {@code show.mp4}, {@code ledger-<lot>.json} and, from the
 * stream, {@code clip-<auction>.mp4}. The status is one line, a word and a sentence, and survives a kill; so it also says whether a
 * show was begun here before.
 */
public final class ShowDirectory {
    /** What was played here before. */
    public enum Past {
        /** Nothing that anybody saw; a show can start. */
        NONE,
        /** A show was on air when the process ended. */
        CUT_OFF,
        /** A show came to its end, good or bad. */
        OVER
    }

    /** First word of the status after a cut. */
    public static final String INTERRUPTED = "INTERRUPTED";

    private static final String PLAYING = "PLAYING";
    private final Path path;

    public ShowDirectory(Path path) {
        this.path = path;
    }

    public Path recording() {
        return path.resolve("show.mp4");
    }

    public Path report() {
        return path.resolve("report.json");
    }

    public Path ledger(int lot) {
        return path.resolve("ledger-" + lot + ".json");
    }

    public Path status() {
        return path.resolve("status");
    }

    /** Creates the directory and removes what an earlier show left in it; other files stay. */
    public void clear() throws IOException {
        Files.createDirectories(path);
        for (String old : new String[] {"ledger-*.json", "clip-*.mp4"}) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path, old)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
        for (Path file : new Path[] {report(), recording(), status()}) {
            Files.deleteIfExists(file);
        }
    }

    public Past past() throws IOException {
        String status = Files.exists(status()) ? Files.readString(status(), StandardCharsets.UTF_8) : "";
        if (status.startsWith(INTERRUPTED)) {
            return Past.CUT_OFF;
        }
        if (Files.exists(report())) {
            return Past.OVER;
        }
        return status.startsWith(PLAYING) ? Past.CUT_OFF : Past.NONE;
    }

    /** Replaces the status line. */
    public void say(String word, String sentence) throws IOException {
        String line = word + " " + sentence.replaceAll("\\s+", " ").strip() + "\n";
        WholeFile.replace(status(), out -> out.write(line.getBytes(StandardCharsets.UTF_8)));
    }
}
