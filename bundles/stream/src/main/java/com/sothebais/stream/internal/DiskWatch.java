package com.sothebais.stream.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the disks that the stream writes to have room. A full one ends a recording, so it is said while there is still
 * time. One thread looks, any other asks.
 */
final class DiskWatch {

    /** Less is an alarm: at the default bitrate half an hour of recording. */
    static final long LEFT_MIN_BYTES = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final long BITS_A_BYTE = 8;
    private static final long BITS_A_KILOBIT = 1_000;
    private static final long SECONDS_A_MINUTE = 60;
    private static final long BYTES_A_MEGABYTE = 1_000_000;

    private final Room room;
    private final int kbps;
    private volatile Optional<String> trouble = Optional.empty();

    /** Asks how many bytes can still be written. */
    @FunctionalInterface
    interface Room {
        long leftBytes(Path directory) throws IOException;
    }

    /** @param kbps what is written */
    DiskWatch(int kbps) {
        this(directory -> Files.getFileStore(directory).getUsableSpace(), kbps);
    }

    DiskWatch(Room room, int kbps) {
        this.room = room;
        this.kbps = kbps;
    }

    /** Looks at the disks of these directories; one that is not there yet is left out. */
    void look(Collection<Path> directories) {
        Optional<String> found = directories.stream()
                .flatMap(directory -> look(directory).stream())
                .findFirst();
        if (found.isPresent() && trouble.isEmpty()) {
            LOG.warn(found.get());
        }
        trouble = found;
    }

    private Optional<String> look(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try {
            long left = room.leftBytes(directory);
            return left >= LEFT_MIN_BYTES
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT,
                            "The disk of %s has only %d MB left, %d minutes of recording; make room.",
                            directory,
                            left / BYTES_A_MEGABYTE,
                            left * BITS_A_BYTE / (kbps * BITS_A_KILOBIT) / SECONDS_A_MINUTE));
        } catch (IOException e) {
            return Optional.of("The disk of " + directory + " does not answer: " + e.getMessage() + ".");
        }
    }

    Optional<String> trouble() {
        return trouble;
    }
}
