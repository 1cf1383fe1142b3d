package com.sothebais.agent.internal;

import com.sothebais.api.event.EventSubscriber;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers bidders and guests for the host. */
@Component(service = EventSubscriber.class)
public final class RepliesSubscriber extends Delegate {
    @Activate
    public RepliesSubscriber(@Reference HostDesk desk) {
        super(desk.replies());
    }
}
