package com.sothebais.api.event;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Shows where each subscriber stands. Thread-safe. Subscribers come and go as services, see {@link EventSubscriber}. */
@ProviderType
public interface Dispatcher {

    /**
     * One subscriber's place.
     *
     * @param position the last position it has taken or parked
     * @param lag facts in the log behind it
     * @param parkedStreams streams that wait for a retry or a decision
     */
    record Progress(String subscriber, EventSubscriber.Kind kind, long position, long lag, int parkedStreams) {}

    List<Progress> progress();
}
