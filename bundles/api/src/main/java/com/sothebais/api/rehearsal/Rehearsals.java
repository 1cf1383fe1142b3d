package com.sothebais.api.rehearsal;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Plays the demo show. Thread-safe; one show at a time. */
@ProviderType
public interface Rehearsals {

    /** Where a show stands. */
    enum Stage {
        IDLE,
        PREPARING,
        PLAYING,
        FINISHED,
        FAILED
    }

    /**
     * @param message one sentence for people
     * @param report the report once finished
     */
    record Progress(Stage stage, String message, Optional<Path> report) {}

    /**
     * Starts the demo show; {@code report.json}, {@code show.mp4} and the ledgers go to {@code directory}.
     *
     * @throws IllegalStateException when a show is playing
     */
    void start(Path directory);

    Progress progress();
}
