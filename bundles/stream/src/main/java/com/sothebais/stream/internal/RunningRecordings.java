package com.sothebais.stream.internal;

import com.sothebais.api.stream.Studio.Recording;
import com.sothebais.api.stream.Studio.StudioException;
import com.sothebais.stream.broadcast.Broadcast;
import com.sothebais.stream.broadcast.Continued;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.output.Output;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The recordings that run now, each noted where clips look for it. Thread-safe. */
final class RunningRecordings {
    private final Recordings noted;
    private final Supplier<Broadcast> onAir;
    private final InstantSource clock;
    private final Set<Path> files = ConcurrentHashMap.newKeySet();

    /** @param onAir the one broadcast, or a {@link StudioException} before and after it */
    RunningRecordings(Recordings noted, Supplier<Broadcast> onAir, InstantSource clock) {
        this.noted = noted;
        this.onAir = onAir;
        this.clock = clock;
    }

    /** @throws StudioException when the file cannot be written */
    Recording start(Path file) {
        try {
            Broadcast broadcast = onAir.get();
            return began(new Running(file, broadcast, broadcast.record(file), clock.instant()));
        } catch (MediaException e) {
            throw new StudioException("cannot record to " + file + ": " + e.getMessage(), e);
        }
    }

    private Running began(Running running) {
        files.add(running.file);
        noted.began(running.file, running.began);
        return running;
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
        private final Instant began;
        private boolean ended;

        Running(Path file, Broadcast broadcast, Output output, Instant began) {
            this.file = file;
            this.broadcast = broadcast;
            this.output = output;
            this.began = began;
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public synchronized Recording continueIn(Path next) {
            if (ended) {
                throw new StudioException("the recording " + file + " has ended; begin another", null);
            }
            try {
                // Asked again: what a closed broadcast is made of is gone, and using it would end the process.
                Continued continued = onAir.get().next(output, next);
                // Counted in frames, not by the clock: clips of what crosses the border are put together by it.
                Running running =
                        began(new Running(next, broadcast, continued.output(), began.plus(continued.after())));
                end();
                return running;
            } catch (MediaException e) {
                throw new StudioException("cannot go on recording in " + next + ": " + e.getMessage(), e);
            }
        }

        @Override
        public synchronized void close() {
            if (!ended) {
                broadcast.finish(output);
                end();
            }
        }

        private void end() {
            ended = true;
            files.remove(file);
            noted.ended(file);
        }
    }
}
