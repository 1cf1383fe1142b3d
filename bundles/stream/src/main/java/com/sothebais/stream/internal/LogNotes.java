package com.sothebais.stream.internal;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what somebody did to the stream. A log that is away or refuses must not keep anybody from it. Thread-safe. */
final class LogNotes {
    private static final Logger LOG = LoggerFactory.getLogger(LogNotes.class);
    private static final String SOURCE = "stream";

    private final Supplier<Optional<EventLog>> log;

    /** @param log asked each time, because it comes and goes */
    LogNotes(Supplier<Optional<EventLog>> log) {
        this.log = log;
    }

    /** Writes one fact, as a story of its own; where it cannot, a warning in the platform's own log has it. */
    void write(StreamId stream, Event event, Instant at) {
        Optional<EventLog> known = log.get();
        if (known.isEmpty()) {
            LOG.warn("the log is away; it does not know of {}", event);
            return;
        }
        CorrelationId story = new CorrelationId(stream + "/" + UUID.randomUUID());
        NewEvent fact = new NewEvent(stream, event, SOURCE, at.truncatedTo(ChronoUnit.MICROS), story, Optional.empty());
        try {
            known.get().append(Append.of(List.of(fact)));
        } catch (EventLogException e) {
            LOG.warn("the log does not take {}", event, e);
        }
    }
}
