package com.sothebais.api.stream;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.Event;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened at the desk of the director. Stream: {@code desk}, during a rehearsal {@code desk/<campaign>}. An admin is absent
 * where the rundown or the platform did it.
 */
public sealed interface DeskEvent extends Event {
    <R> R fold(Cases<R> cases);

    /** One case per fact. */
    interface Cases<R> {
        R sourceTaken(SourceTaken event);

        R rundownHeld(RundownHeld event);

        R cueSet(CueSet event);

        R cueAdded(CueAdded event);

        R lineCued(LineCued event);
    }

    /** A source went on program. */
    record SourceTaken(Source source, Transition transition, Optional<String> admin) implements DeskEvent {
        public SourceTaken {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(transition, "transition");
            Objects.requireNonNull(admin, "admin");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.sourceTaken(this);
        }
    }

    /** The whole rundown was held, or let go. */
    record RundownHeld(boolean held, String admin) implements DeskEvent {
        public RundownHeld {
            Objects.requireNonNull(admin, "admin");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rundownHeld(this);
        }
    }

    /** What an admin did with a cue. */
    enum Decision {
        FIRED,
        SKIPPED,
        HELD,
        /** A held or skipped cue may happen again. */
        RELEASED
    }

    /** @param planned instant of the cue when it was decided, UTC */
    record CueSet(String cue, Decision decision, Instant planned, String admin) implements DeskEvent {
        public CueSet {
            Objects.requireNonNull(cue, "cue");
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(planned, "planned");
            Objects.requireNonNull(admin, "admin");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.cueSet(this);
        }
    }

    /** @param at when it shall happen, UTC */
    record CueAdded(String cue, Instant at, String label, Cue.Action action, String admin) implements DeskEvent {
        public CueAdded {
            Objects.requireNonNull(cue, "cue");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(admin, "admin");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.cueAdded(this);
        }
    }

    /** A cue with words happened; the host says them when it hears of it. @param text with slots, as {@link Cue.Say} has it */
    record LineCued(String cue, String text, Mood mood, Optional<String> admin) implements DeskEvent {
        public LineCued {
            Objects.requireNonNull(cue, "cue");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(mood, "mood");
            Objects.requireNonNull(admin, "admin");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.lineCued(this);
        }
    }
}
