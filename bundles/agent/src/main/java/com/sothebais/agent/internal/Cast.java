package com.sothebais.agent.internal;

import com.sothebais.api.agent.Personality;
import com.sothebais.api.agent.Voice;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.social.SocialNetwork;
import com.sothebais.api.stream.Studio;
import java.util.List;
import java.util.Optional;

/** Who is there right now: everything the host needs that may come and go while the show plays. Thread-safe. */
interface Cast {
    Optional<Personality> personality();

    Optional<Voice> voice();

    Optional<Studio> studio();

    List<SocialNetwork> networks();

    /** Where what the host does is written down: under the mark of the rehearsal while one is on stage. */
    default StreamId stream() {
        return Speaker.STREAM;
    }

    default Optional<SocialNetwork> network(String name) {
        return networks().stream()
                .filter(network -> network.name().equals(name))
                .findFirst();
    }
}
