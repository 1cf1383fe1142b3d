package com.sothebais.stream.clip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which recordings there are and when each began, in a file of one line each, so that a process that was killed finds them again.
 * Thread-safe.
 */
public final class Recordings {

    /** Recordings that are remembered, some years of them; the oldest are forgotten, their files stay, their clips are not listed. */
    static final int REMEMBERED_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
    private static final String BETWEEN = "\t";

    /**
     * One recording.
     *
     * @param began when its first picture was made, UTC
     * @param running whether it is still written to
     */
    public record Recording(Path file, Instant began, boolean running) {}

    private final Path index;
    private final List<Recording> known = new ArrayList<>();

    public Recordings(Path index) {
        this.index = index;
        if (!Files.exists(index)) {
            return;
        }
        try {
            Files.readAllLines(index, StandardCharsets.UTF_8).forEach(this::read);
        } catch (IOException e) {
            LOG.warn("the list of recordings {} cannot be read, lots get no clips of them: {}", index, e.toString());
        }
    }

    private void read(String line) {
        String[] parts = line.split(BETWEEN, 2);
        try {
            known.add(new Recording(Path.of(parts[1]), Instant.parse(parts[0]), false));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("a line of {} is not 'instant tab file' and is left out", index);
        }
    }

    /** A recording began; it takes the place of an older one in the same file. */
    public synchronized void began(Path file, Instant at) {
        Path whole = file.toAbsolutePath().normalize();
        known.removeIf(recording -> recording.file().equals(whole));
        known.add(new Recording(whole, at, true));
        while (known.size() > REMEMBERED_MAX) {
            known.remove(0);
        }
        write();
    }

    /** A recording is complete. */
    public synchronized void ended(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        known.replaceAll(recording ->
                recording.file().equals(whole) ? new Recording(whole, recording.began(), false) : recording);
    }

    /** All of them, oldest first. */
    public synchronized List<Recording> all() {
        return List.copyOf(known);
    }

    /** A recording goes on without being listed; only its clips would be missing after a kill. */
    private void write() {
        Path part = index.resolveSibling(index.getFileName() + ".part");
        try {
            Files.createDirectories(index.getParent());
            Files.write(
                    part,
                    known.stream()
                            .map(recording -> recording.began() + BETWEEN + recording.file())
                            .toList());
            Files.move(part, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("the list of recordings {} cannot be written: {}; is the disk full?", index, e.toString());
        }
    }
}
