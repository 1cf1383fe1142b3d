package com.sothebais.stream.internal;

import com.sothebais.api.stream.Studio.Recording;
import com.sothebais.api.stream.Studio.StudioException;
import com.sothebais.stream.broadcast.Broadcast;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.output.Output;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The recordings that run now, each noted where clips look for it. Thread-safe. */
final class RunningRecordings {
    private final Recordings noted;
    private final InstantSource clock;
    private final Set<Path> files = ConcurrentHashMap.newKeySet();

    RunningRecordings(Recordings noted, InstantSource clock) {
        this.noted = noted;
        this.clock = clock;
    }

    /** @throws StudioException when the file cannot be written */
    Recording start(Path file, Broadcast broadcast) {
        try {
            Running running = new Running(file, broadcast);
            files.add(file);
            noted.began(file, clock.instant());
            return running;
        } catch (MediaException e) {
            throw new StudioException("cannot record to " + file + ": " + e.getMessage(), e);
        }
    }

    /** The directories that are written to. */
    Set<Path> directories() {
        Set<Path> directories = new LinkedHashSet<>();
        files.forEach(file -> directories.add(file.toAbsolutePath().getParent()));
        return directories;
    }

    private final class Running implements Recording {
        private final Path file;
        private final Broadcast broadcast;
        private final Output output;
        private final AtomicBoolean ended = new AtomicBoolean();

        Running(Path file, Broadcast broadcast) {
            this.file = file;
            this.broadcast = broadcast;
            this.output = broadcast.record(file);
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                broadcast.finish(output);
                files.remove(file);
                noted.ended(file);
            }
        }
    }
}
