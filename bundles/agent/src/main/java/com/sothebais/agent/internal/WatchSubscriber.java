package com.sothebais.agent.internal;

import com.sothebais.api.event.EventSubscriber;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Follows the show for the host. */
@Component(service = EventSubscriber.class)
public final class WatchSubscriber extends Delegate {
    @Activate
    public WatchSubscriber(@Reference HostDesk desk) {
        super(desk.watch());
    }
}
