package com.sothebais.contract;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands every call to another log, for tests that change what one of them does. As thread-safe as the other log. */
public abstract class ForwardingEventLog implements EventLog {

    /** The log that a call goes to; asked once a call. */
    protected abstract EventLog log();

    @Override
    public List<Recorded> append(Append append) {
        return log().append(append);
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        return log().read(after, limit);
    }

    @Override
    public List<Recorded> readStream(StreamId stream, long afterSequence, int limit) {
        return log().readStream(stream, afterSequence, limit);
    }

    @Override
    public List<Recorded> correlated(CorrelationId correlation, int limit) {
        return log().correlated(correlation, limit);
    }

    @Override
    public Set<CorrelationId> known(Collection<CorrelationId> correlations) {
        return log().known(correlations);
    }

    @Override
    public Optional<Recorded> find(EventId id) {
        return log().find(id);
    }

    @Override
    public long positionAt(Instant instant) {
        return log().positionAt(instant);
    }

    @Override
    public long last() {
        return log().last();
    }

    @Override
    public Fence claim(String resource) {
        return log().claim(resource);
    }
}
