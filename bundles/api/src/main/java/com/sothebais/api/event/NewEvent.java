package com.sothebais.api.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A fact about to be recorded.
 *
 * @param stream the stream it belongs to
 * @param event what happened
 * @param source the part that says so, for example {@code auction}
 * @param at when it happened, UTC, microsecond precision is kept
 * @param correlation shared with everything that follows from the same outside cause
 * @param causation the fact that led to this one, if one did
 */
public record NewEvent(
        StreamId stream,
        Event event,
        String source,
        Instant at,
        CorrelationId correlation,
        Optional<EventId> causation) {
    public NewEvent {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(correlation, "correlation");
        Objects.requireNonNull(causation, "causation");
    }
}
