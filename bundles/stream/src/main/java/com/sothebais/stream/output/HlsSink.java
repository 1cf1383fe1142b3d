package com.sothebais.stream.output;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.Packet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the directory of a live playlist: clean before it starts, and without stale segments after it ends. */
final class HlsSink implements Sink {
    // The HLS muxer swallows errors of its files; a playlist that stands still gives them away.
    private static final long STALE_MILLIS = 12_000;

    private final Path directory;
    private final Muxer muxer;
    private long checkedMillis;

    HlsSink(Path directory, Muxer muxer) {
        this.directory = directory;
        this.muxer = muxer;
    }

    @Override
    public void open() {
        clean();
        muxer.open();
        checkedMillis = System.currentTimeMillis();
    }

    @Override
    public void write(Packet packet) {
        muxer.write(packet);
        long now = System.currentTimeMillis();
        if (now - checkedMillis > STALE_MILLIS) {
            checkedMillis = now;
            requireProgress(now);
        }
    }

    private void requireProgress(long now) {
        Path playlist = directory.resolve(Outputs.PLAYLIST);
        try {
            if (now - Files.getLastModifiedTime(playlist).toMillis() < STALE_MILLIS) {
                return;
            }
        } catch (IOException e) {
            throw new MediaException("cannot write " + playlist + ": " + e, 0);
        }
        throw new MediaException(
                playlist + " was not written for " + STALE_MILLIS / 1_000 + " s; is the disk full?", 0);
    }

    @Override
    public void close() {
        muxer.close();
        clean();
    }

    @Override
    public void interrupt() {
        muxer.interrupt();
    }

    private void clean() {
        try {
            Files.createDirectories(directory);
            List<Path> stale;
            try (Stream<Path> files = Files.list(directory)) {
                stale = files.filter(HlsSink::ours).collect(Collectors.toList());
            }
            for (Path file : stale) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new MediaException("cannot prepare the directory " + directory + ": " + e.getMessage(), 0);
        }
    }

    /** Only what this output writes: somebody may have pointed it at a directory with other files. */
    private static boolean ours(Path file) {
        return file.getFileName().toString().matches("live\\d*\\.(ts|m3u8)(\\.tmp)?");
    }
}
