package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import java.util.Optional;

/** Calls a subscriber and turns whatever goes wrong in it into a value. */
final class Delivery {
    private Delivery() {}

    /**
     * The failure, if there was one. A plugin that lost a class or overflowed its stack failed like one that threw; so did one
     * that was interrupted because the platform takes it away: a reactor's fact is then parked and comes back.
     */
    static Optional<Throwable> of(EventSubscriber subscriber, Recorded recorded) {
        try {
            subscriber.on(recorded);
            return Optional.empty();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return Optional.of(e);
        }
    }
}
