package com.sothebais.api.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The desk of the director: what is on program, what is on preview, and the rundown. All of it ends with the process but for what
 * follows from the log. Thread-safe.
 */
@ProviderType
public interface ShowControl {

    /** Furthest instant from now that a cue can be added for. */
    Duration AHEAD_MAX = Duration.ofDays(7);

    /** Least time between two stills of the same picture; whoever asks sooner gets the one before. */
    Duration STILL_EVERY = Duration.ofSeconds(1);

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
     * @throws ControlException while another transition runs or waits, unless this is a cut
     */
    Status take(Transition transition);

    /**
     * A picture as it is now, as PNG in the size of the stream.
     *
     * @throws ControlException when it cannot be made within two seconds
     */
    byte[] still(View view);

    Rundown rundown();

    /** Lets a cue happen now, whatever its time. @throws ControlException when there is none or a transition runs */
    Cue fire(String cue);

    /** Takes a cue off for good. @throws ControlException when there is none or it has happened */
    Cue skip(String cue);

    /** Lets a cue wait. @throws ControlException when there is none or it has happened */
    Cue hold(String cue);

    /** Lets a held or skipped cue happen at its time, at once when that has passed. @throws ControlException when there is none */
    Cue go(String cue);

    /** Adds a cue. @throws ControlException when it is over, further away than {@link #AHEAD_MAX}, or there are too many */
    Cue add(Instant at, String label, Cue.Action action);

    /** Holds the whole rundown or lets it go on; of several takes that are due then the last happens. */
    Rundown holdAll(boolean held);

    /** The two pictures of the desk. */
    enum View {
        PROGRAM,
        PREVIEW
    }

    /**
     * How the desk stands.
     *
     * @param running the transition on air
     * @param sources all there are now
     */
    record Status(Source program, Source preview, Optional<Running> running, List<Source> sources) {
        public Status {
            Objects.requireNonNull(program, "program");
            Objects.requireNonNull(preview, "preview");
            Objects.requireNonNull(running, "running");
            sources = List.copyOf(sources);
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
