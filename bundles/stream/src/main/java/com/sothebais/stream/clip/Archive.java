package com.sothebais.stream.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of the recordings: a folder for each session. What the recorder and the clips did not write is not seen. */
final class Archive {

    /** Most files that are looked at. */
    static final int FILES_MAX = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final Pattern RECORDING = Pattern.compile("show-\\d{8}-\\d{6}\\.mp4");
    private static final Pattern CLIP = Pattern.compile("clip-.+\\.mp4(\\.part)?");

    private Archive() {}

    /**
     * One film.
     *
     * @param session name of its folder
     * @param clip whether it is a clip, or what a kill left of one
     * @param ended when it was last written to, UTC
     */
    record Kept(Path file, String session, boolean clip, Instant ended, long bytes) {}

    /** All films; none while the directory is not there. */
    static List<Kept> list(Path directory) throws IOException {
        List<Kept> kept = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return kept;
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            List<Path> found = files.filter(Archive::isOurs)
                    .filter(file -> !file.getParent().equals(directory))
                    .limit(FILES_MAX)
                    .toList();
            for (Path file : found) {
                add(file, kept);
            }
        }
        return kept;
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return (RECORDING.matcher(name).matches() || CLIP.matcher(name).matches())
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void add(Path file, List<Kept> kept) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            kept.add(new Kept(
                    file,
                    file.getParent().getFileName().toString(),
                    !RECORDING.matcher(file.getFileName().toString()).matches(),
                    attributes.lastModifiedTime().toInstant(),
                    attributes.size()));
        } catch (NoSuchFileException e) {
            LOG.debug("a clip has just got its name", e);
        }
    }

    /** A folder in which nothing is left. */
    static void removeIfEmpty(Path folder) throws IOException {
        boolean empty;
        try (Stream<Path> left = Files.list(folder)) {
            empty = left.findAny().isEmpty();
        }
        if (empty) {
            Files.delete(folder);
        }
    }
}
