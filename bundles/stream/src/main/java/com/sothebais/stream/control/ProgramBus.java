package com.sothebais.stream.control;

import com.sothebais.api.stream.ShowControl.ControlException;
import com.sothebais.api.stream.ShowControl.ControlException.Obstacle;
import com.sothebais.api.stream.ShowControl.Running;
import com.sothebais.api.stream.ShowControl.Taken;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import java.util.Optional;

/** What is on program and on preview, how it came there, and the change that is on its way. Not thread-safe. */
final class ProgramBus {
    private Source program = Source.SHOW;
    private Source preview = Source.STANDBY;
    private Optional<Taken> taken = Optional.empty();
    private Optional<Change> waiting = Optional.empty();
    private Optional<Running> running = Optional.empty();

    /** A source on its way to program. */
    record Change(Source source, Transition transition, Source before) {}

    Source program() {
        return program;
    }

    Source preview() {
        return preview;
    }

    void preview(Source source) {
        preview = source;
    }

    Optional<Taken> taken() {
        return taken;
    }

    Optional<Running> running() {
        return running;
    }

    boolean isBusy() {
        return waiting.isPresent() || running.isPresent();
    }

    /** @throws ControlException while a transition runs or waits */
    void free() {
        if (isBusy()) {
            throw new ControlException(
                    Obstacle.CONFLICT,
                    "A transition runs; cut, or try again in " + Transition.LENGTH_MAX.toSeconds() + " s.");
        }
    }

    void take(Transition transition, Taken how) {
        Source next = preview;
        preview = program;
        change(next, transition, how);
    }

    void change(Source source, Transition transition, Taken how) {
        again(source, transition);
        taken = Optional.of(how);
    }

    /** Lets the source on program, or one in its place, come on once more; how it came there stays. */
    void again(Source source, Transition transition) {
        waiting = Optional.of(new Change(source, transition, program));
        program = source;
    }

    void keep(Taken how) {
        taken = Optional.of(how);
    }

    /** The change that the next frame begins with, which stays here until it has {@link #began}. */
    Optional<Change> next() {
        return waiting.filter(change -> running.isEmpty() || change.transition().kind() == Transition.Kind.CUT);
    }

    void began(Change change) {
        waiting = waiting.filter(next -> next != change);
    }

    void dropped(Change change, Taken how) {
        began(change);
        program = change.before();
        taken = Optional.of(how);
    }

    void runs(Optional<Running> now) {
        running = now;
    }
}
