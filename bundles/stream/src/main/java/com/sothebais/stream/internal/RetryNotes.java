package com.sothebais.stream.internal;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.stream.OutputEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records who let an output try again. A log that is away must not keep anybody from repairing the stream. Thread-safe. */
final class RetryNotes {
    private static final Logger LOG = LoggerFactory.getLogger(RetryNotes.class);
    private static final String SOURCE = "stream";

    private final InstantSource clock;

    RetryNotes(InstantSource clock) {
        this.clock = clock;
    }

    void note(Optional<EventLog> log, String output, String admin) {
        LOG.info("{} lets the output {} try again", admin, output);
        if (log.isEmpty()) {
            LOG.warn("the log is away; that {} let the output {} try again is noted here only", admin, output);
            return;
        }
        StreamId stream = new StreamId("output/" + output);
        NewEvent fact = new NewEvent(
                stream,
                new OutputEvent.RetryOrdered(output, admin),
                SOURCE,
                clock.instant(),
                new CorrelationId(stream + "/" + UUID.randomUUID()),
                Optional.empty());
        try {
            log.get().append(Append.of(List.of(fact)));
        } catch (EventLogException e) {
            LOG.warn("that {} let the output {} try again could not be recorded", admin, output, e);
        }
    }
}
