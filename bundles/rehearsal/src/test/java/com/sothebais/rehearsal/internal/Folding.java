package com.sothebais.rehearsal.internal;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;

/** Folds the log into the state of a rehearsal, as its component does, until its process is killed. */
final class Folding implements EventSubscriber {
    private final ShowState state;
    private volatile boolean killed;

    Folding(ShowState state) {
        this.state = state;
    }

    /** From here on it learns nothing more. */
    void kill() {
        killed = true;
    }

    @Override
    public String name() {
        return "rehearsal";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        if (!killed) {
            state.after(recorded);
        }
    }

    @Override
    public void caughtUp() {
        state.caughtUp();
    }
}
