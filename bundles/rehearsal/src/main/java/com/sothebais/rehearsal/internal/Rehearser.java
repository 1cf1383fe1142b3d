package com.sothebais.rehearsal.internal;

import com.sothebais.api.rehearsal.Rehearsals.Progress;
import com.sothebais.api.rehearsal.Rehearsals.Stage;
import com.sothebais.rehearsal.report.ShowDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays one show at a time on a thread of its own. Thread-safe. */
final class Rehearser implements AutoCloseable {
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Rehearser.class);

    private final Platform platform;
    private final Script script;
    private final ShowState state;
    private final InstantSource clock;
    private volatile Progress progress = new Progress(Stage.IDLE, "No show has been played yet.", Optional.empty());
    private Thread thread;

    Rehearser(Platform platform, Script script, ShowState state, InstantSource clock) {
        this.platform = platform;
        this.script = script;
        this.state = state;
        this.clock = clock;
    }

    synchronized void start(Path directory) {
        if (progress.stage() == Stage.PREPARING || progress.stage() == Stage.PLAYING) {
            throw new IllegalStateException("a show is playing: " + progress.message());
        }
        progress = new Progress(Stage.PREPARING, "the show is about to begin", Optional.empty());
        Show show = new Show(platform, script, state, new ShowDirectory(directory), clock, now -> progress = now);
        thread = new Thread(show, "sothebais-rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Starts the show that the launcher asked for, unless it was played there before: a process that was killed and started again
     * with the same directory must not hold a second auction.
     */
    void startOnce(Path directory) {
        ShowDirectory place = new ShowDirectory(directory);
        try {
            switch (place.past()) {
                case NONE -> start(directory);
                case OVER ->
                    progress = new Progress(
                            Stage.FINISHED,
                            "The show of " + directory + " was played before; remove its report.json to play again.",
                            Optional.of(place.report()));
                case CUT_OFF -> {
                    String sentence = "the show was cut off by a restart; the auction goes on by itself from the log,"
                            + " without simulated bidders and recording";
                    progress = new Progress(Stage.FAILED, sentence, Optional.empty());
                    place.say(ShowDirectory.INTERRUPTED, sentence);
                    LOG.warn("{} ({})", sentence, directory);
                }
            }
        } catch (IOException e) {
            String sentence = "the directory of the show, " + directory + ", cannot be used: " + e.getMessage();
            progress = new Progress(Stage.FAILED, sentence, Optional.empty());
            LOG.error(sentence);
        }
    }

    Progress progress() {
        return progress;
    }

    /** Breaks a playing show off; what it has so far is written. */
    @Override
    public void close() {
        Thread playing;
        synchronized (this) {
            playing = thread;
        }
        if (playing == null) {
            return;
        }
        playing.interrupt();
        try {
            playing.join(STOP_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
