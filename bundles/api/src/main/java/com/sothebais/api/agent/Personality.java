package com.sothebais.api.agent;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The brain of a host: finds words for a moment. Implemented by plugins. Thread-safe. Holds no tool, key or secret; may take up
 * to two seconds, after which the platform goes on without it.
 */
@ConsumerType
public interface Personality {

    /** Short name for configuration and health. */
    String name();

    /** Who speaks, for captions and the console. */
    HostCharacter character();

    /** A line for the moment, empty when silence is better. */
    Optional<Line> line(Moment moment);
}
