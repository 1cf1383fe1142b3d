package com.sothebais.api.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The desk of the director: what is on program, what is on preview, and the rundown. What people do is recorded as
 * {@link DeskEvent} and is there again after a restart; a test pattern that a restart brought back gives way after
 * {@link #BARS_KEPT}. Thread-safe.
 */
@ProviderType
public interface ShowControl {

    /** Furthest instant from now that a cue can be added for. */
    Duration AHEAD_MAX = Duration.ofDays(7);

    /** Least time between two stills of the same picture; whoever asks sooner gets the one before. */
    Duration STILL_EVERY = Duration.ofSeconds(1);

    /** How long a restart keeps a test pattern on program that nobody asks for again. */
    Duration BARS_KEPT = Duration.ofMinutes(2);

    Status status();

    /**
     * Puts a source on preview.
     *
     * @throws ControlException when there is no such source
     */
    Status preview(Source source);

    /**
     * Puts preview on program with the next frame, and what was on program on preview. A cut ends a transition that runs.
     *
     * @param admin who does it, here and below
     * @throws ControlException while another transition runs or waits, unless this is a cut
     */
    Status take(Transition transition, String admin);

    /** Keeps on program what a restart brought back there; nothing else happens. */
    Status keep(String admin);

    /**
     * A picture as it is now, as PNG in the size of the stream.
     *
     * @throws ControlException when it cannot be made within two seconds
     */
    byte[] still(View view);

    Rundown rundown();

    /** Lets a cue happen now, whatever its time. @throws ControlException when there is none or a transition runs */
    Cue fire(String cue, String admin);

    /** Takes a cue off for good. @throws ControlException when there is none or it has happened */
    Cue skip(String cue, String admin);

    /** Lets a cue wait. @throws ControlException when there is none or it has happened */
    Cue hold(String cue, String admin);

    /** Lets a held or skipped cue happen at its time, at once when that has passed. @throws ControlException when there is none */
    Cue go(String cue, String admin);

    /** Adds a cue. @throws ControlException when it is over, further away than {@link #AHEAD_MAX}, or there are too many */
    Cue add(Instant at, String label, Cue.Action action, String admin);

    /** Holds the whole rundown or lets it go on; of several takes that are due then the last happens. */
    Rundown holdAll(boolean held, String admin);

    /** The two pictures of the desk. */
    enum View {
        PROGRAM,
        PREVIEW
    }

    /**
     * How the desk stands.
     *
     * @param taken how program came there; empty until something was taken
     * @param running the transition on air
     * @param sources all there are now
     */
    record Status(
            Source program, Source preview, Optional<Taken> taken, Optional<Running> running, List<Source> sources) {
        public Status {
            Objects.requireNonNull(program, "program");
            Objects.requireNonNull(preview, "preview");
            Objects.requireNonNull(taken, "taken");
            Objects.requireNonNull(running, "running");
            sources = List.copyOf(sources);
        }
    }

    /**
     * How a source came on program.
     *
     * @param at UTC
     * @param admin who took it; empty when the rundown or the platform did
     * @param restored whether a restart brought it back and nobody has asked for it since
     * @param until when it gives way by itself, UTC
     */
    record Taken(Instant at, Optional<String> admin, boolean restored, Optional<Instant> until) {
        public Taken {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(admin, "admin");
            Objects.requireNonNull(until, "until");
        }
    }

    /** A transition on air. @param frame how many of its frames were sent */
    record Running(Transition.Kind kind, int frame, int frames) {
        public Running {
            Objects.requireNonNull(kind, "kind");
        }
    }

    /** The desk does not do what was asked; the stream goes on as it was. */
    final class ControlException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Obstacle obstacle;

        public ControlException(Obstacle obstacle, String message) {
            super(message);
            this.obstacle = obstacle;
        }

        public Obstacle obstacle() {
            return obstacle;
        }

        /** Why not. */
        public enum Obstacle {
            /** There is no such source or cue. */
            UNKNOWN,
            /** What was asked does not fit how things stand. */
            CONFLICT,
            /** The studio is not on air, or too busy; try again. */
            NOT_NOW
        }
    }
}
