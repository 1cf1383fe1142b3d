package com.sothebais.api.rehearsal;

import com.sothebais.api.auction.SessionId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Plays the demo show, and rehearses sessions of campaigns. Thread-safe; one show at a time. */
@ProviderType
public interface Rehearsals {

    /** Fastest rehearsal. */
    int SPEED_MAX = 600;

    /** Where a show stands. */
    enum Stage {
        IDLE,
        PREPARING,
        PLAYING,
        FINISHED,
        FAILED,
        /** Somebody ended it, or something real came up, or the process was restarted. */
        ABORTED
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

    /** Of the demo show. */
    Progress progress();

    /**
     * What is to be rehearsed.
     *
     * @param session a planned session of a published campaign
     * @param speed how many times faster than planned, 1 to {@link #SPEED_MAX}
     * @param seed decides which bidder says what
     */
    record Order(SessionId session, int speed, long seed) {
        public Order {
            Objects.requireNonNull(session, "session");
            if (speed < 1 || speed > SPEED_MAX) {
                throw new IllegalArgumentException("the speed is from 1 to " + SPEED_MAX + ", got " + speed);
            }
        }
    }

    /**
     * A rehearsal.
     *
     * @param id of the rehearsal, and of the campaign that it plays
     * @param started UTC
     * @param progress where it stands; the report is there once it has ended, however it did
     * @param recording film of it, where the file is or will be
     */
    record Rehearsed(String id, Order order, Instant started, Progress progress, Path recording) {}

    /**
     * Rehearses a session now, on simulated networks and chains.
     *
     * @throws RehearsalException when it cannot be, with what to do
     */
    Rehearsed rehearse(Order order);

    /** Newest first; the oldest are forgotten when there are many, their files stay. */
    List<Rehearsed> rehearsals();

    /**
     * Ends a rehearsal that plays. Returns at once; the outputs are back some seconds later.
     *
     * @param who name of the admin
     * @return how it is now; one that has ended stays as it is; empty when there is none of that id
     */
    Optional<Rehearsed> abort(String id, String who);
}
