package com.sothebais.agent.internal;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;

/** A part of the host as a service of its own, because the dispatcher calls each service on a thread of its own. */
abstract class Delegate implements EventSubscriber {
    private final EventSubscriber part;

    Delegate(EventSubscriber part) {
        this.part = part;
    }

    @Override
    public final String name() {
        return part.name();
    }

    @Override
    public final Kind kind() {
        return part.kind();
    }

    @Override
    public final void on(Recorded recorded) throws Exception {
        part.on(recorded);
    }

    @Override
    public final void caughtUp() {
        part.caughtUp();
    }
}
