package com.sothebais.api.event;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A reader of the log; register it as a service and the dispatcher calls it, always from one thread of its own, in log order
 * per stream. A slow or failing subscriber never delays another.
 */
@ConsumerType
public interface EventSubscriber {

    /** How a subscriber keeps its place. */
    enum Kind {
        /** Refolds the whole log at every start and has no side effect: scenes, read models. */
        VIEW,
        /** Keeps a stored position, sees each fact at least once and is idempotent: settlement, replies, notifications. */
        REACTOR
    }

    /** Unique and stable; the stored position hangs on it. 1 to 100 characters. */
    String name();

    Kind kind();

    /**
     * Takes one fact. An exception means "not taken": a reactor's stream is parked and retried with backoff while other streams
     * go on, and after the last attempt the fact becomes a {@link DeadLetter}; a view logs it and goes on.
     */
    void on(Recorded recorded) throws Exception;

    /**
     * A twin that takes facts without any side effect, for replays: what would come out if it had been there. A new one at each
     * call; empty when the subscriber has none.
     */
    default Optional<Shadow> shadow() {
        return Optional.empty();
    }

    /** A subscriber's twin. Called from one thread. */
    interface Shadow {
        void on(Recorded recorded) throws Exception;

        /** What came out, a few lines for people. */
        String result();
    }

    /** Called once when everything that was in the log at the start has been taken. */
    default void caughtUp() {}
}
