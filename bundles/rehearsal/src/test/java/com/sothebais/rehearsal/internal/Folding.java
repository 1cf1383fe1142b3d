package com.sothebais.rehearsal.internal;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;

/** Folds the log into the state of a rehearsal, as its component does. */
record Folding(ShowState state) implements EventSubscriber {
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
        state.after(recorded);
    }

    @Override
    public void caughtUp() {
        state.caughtUp();
    }
}
