package com.sothebais.api.stream;

import com.sothebais.api.event.Event;
import java.util.Objects;

/** What admins did to the outputs of the stream. Stream: {@code output/<name>}. */
public sealed interface OutputEvent extends Event {
    <R> R fold(Cases<R> cases);

    /** One case per fact. */
    interface Cases<R> {
        R retryOrdered(RetryOrdered event);
    }

    /**
     * The pause of an output before its next attempt was cut short.
     *
     * @param output its name
     * @param admin who ordered it
     */
    record RetryOrdered(String output, String admin) implements OutputEvent {
        public RetryOrdered {
            Objects.requireNonNull(output, "output");
            Objects.requireNonNull(admin, "admin");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.retryOrdered(this);
        }
    }
}
