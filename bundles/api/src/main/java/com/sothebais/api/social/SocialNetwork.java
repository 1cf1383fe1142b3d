package com.sothebais.api.social;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A social network with the host's account on it. Implemented by plugins. Thread-safe; calls may block for up to ten seconds
 * and throw {@link SocialException}. A network finds the {@link Inbox} as a service and delivers to it from a thread of its own,
 * at least once, from a durable cursor.
 */
@ConsumerType
public interface SocialNetwork {

    /**
     * What the network allows.
     *
     * @param textMax longest text of a post in characters
     * @param media whether pictures can be attached
     * @param unsolicitedReplies whether people may be answered who did not address the host
     */
    record Capabilities(int textMax, boolean media, boolean unsolicitedReplies) {}

    /** Short lower-case name; equals {@link AccountId#network()} of its accounts. */
    String name();

    /** The account that speaks for the show. */
    Account host();

    Capabilities capabilities();

    /**
     * Publishes a draft once: the same key published again returns the first post.
     *
     * @throws SocialException when the network refuses or cannot be reached
     */
    Published publish(Draft draft);

    /** What became of a draft. */
    record Published(PostId id, Instant at) {}
}
