package com.sothebais.agent.internal;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers bidders and guests for the host; a service of its own because the dispatcher calls it on a thread of its own. */
@Component(service = EventSubscriber.class)
public final class RepliesSubscriber implements EventSubscriber {
    private final EventSubscriber target;

    @Activate
    public RepliesSubscriber(@Reference HostDesk desk) {
        target = desk.replies();
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public Kind kind() {
        return target.kind();
    }

    @Override
    public void on(Recorded recorded) throws Exception {
        target.on(recorded);
    }

    @Override
    public void caughtUp() {
        target.caughtUp();
    }
}
