package com.sothebais.stream.control;

import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.DeskEvent;
import com.sothebais.api.stream.ShowControl.Taken;
import com.sothebais.api.stream.Source;
import java.time.Instant;
import java.util.Optional;

/** What the desk of the process before left in the log: decisions go to the prompter, the last take stays here. Not thread-safe. */
final class Memory {
    private final Prompter prompter;
    private Optional<Last> last = Optional.empty();

    /** The last take. */
    record Last(Source source, Instant at, Optional<String> admin) {
        Taken restored(Optional<Instant> until) {
            return new Taken(at, admin, admin.isPresent(), until);
        }
    }

    Memory(Prompter prompter) {
        this.prompter = prompter;
    }

    Optional<Last> last() {
        return last;
    }

    void recall(DeskEvent event, Instant at) {
        event.fold(new Recollection(at));
    }

    private final class Recollection implements DeskEvent.Cases<Void> {
        private final Instant at;

        Recollection(Instant at) {
            this.at = at;
        }

        @Override
        public Void sourceTaken(DeskEvent.SourceTaken event) {
            last = Optional.of(new Last(event.source(), at, event.admin()));
            return null;
        }

        @Override
        public Void rundownHeld(DeskEvent.RundownHeld event) {
            prompter.hold(event.held() ? Optional.of(new Prompter.Hold(at, event.admin())) : Optional.empty());
            return null;
        }

        @Override
        public Void cueSet(DeskEvent.CueSet event) {
            switch (event.decision()) {
                case FIRED -> prompter.recall(event.cue(), Cue.State.FIRED, event.planned(), at);
                case SKIPPED -> prompter.recall(event.cue(), Cue.State.SKIPPED, event.planned(), at);
                case HELD -> prompter.recall(event.cue(), Cue.State.HELD, event.planned(), at);
                case RELEASED -> prompter.forget(event.cue());
            }
            return null;
        }

        @Override
        public Void cueAdded(DeskEvent.CueAdded event) {
            prompter.add(new Planned(event.cue(), event.label(), event.at(), event.action()));
            return null;
        }

        @Override
        public Void lineCued(DeskEvent.LineCued event) {
            prompter.recall(event.cue(), Cue.State.FIRED, at, at);
            return null;
        }
    }
}
