package com.sothebais.api.stream;

import com.sothebais.api.agent.Mood;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happens on the stream at an instant.
 *
 * @param id unique in the rundown, 1 to 100 characters; the same for the same moment of the show however its time moves
 * @param label for people
 * @param at planned instant as it is now, UTC; extensions and pauses move it
 * @param automatic whether it follows from the campaign; else somebody added it
 * @param fired when it last happened, UTC
 */
public record Cue(
        String id, String label, Instant at, Action action, boolean automatic, State state, Optional<Instant> fired) {
    /** Longest label that can be given. */
    public static final int LABEL_MAX = 60;

    public Cue {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(fired, "fired");
    }

    /** Where a cue stands. */
    public enum State {
        PENDING,
        /** The first that will happen. */
        NEXT,
        FIRED,
        /** It will not happen: somebody said so, or a later cue was due at the same time. */
        SKIPPED,
        /** It waits until somebody lets it go on. */
        HELD
    }

    /** What happens. */
    public sealed interface Action {
        <R> R fold(Cases<R> cases);

        /** One case per kind of action. */
        interface Cases<R> {
            R take(Take action);

            R sting(Sting action);

            R feel(Feel action);

            R mark(Mark action);
        }
    }

    /** Puts a source on program. Nothing changes when it is there already. */
    public record Take(Source source, Transition transition) implements Action {
        public Take {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(transition, "transition");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.take(this);
        }
    }

    /** Runs a transition over the show while it goes to its next lot; nothing happens while another source is on program. */
    public record Sting(Transition transition) implements Action {
        public Sting {
            Objects.requireNonNull(transition, "transition");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.sting(this);
        }
    }

    /** Changes the expression of the host until its next line. */
    public record Feel(Mood mood) implements Action {
        public Feel {
            Objects.requireNonNull(mood, "mood");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.feel(this);
        }
    }

    /** Marks a moment for those who watch the rundown. */
    public record Mark() implements Action {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.mark(this);
        }
    }
}
