package com.sothebais.simulation;

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

/** The log as one process sees it: the same facts, and faults of its own. */
final class ShakyLog implements EventLog {
    private final EventLog log;
    private final Interference interference;
    private long epoch;

    ShakyLog(EventLog log, Interference interference) {
        this.log = log;
        this.interference = interference;
    }

    /** The newest grant that this process asked for; 0 before the first. */
    long epoch() {
        return epoch;
    }

    @Override
    public List<Recorded> append(Append append) {
        interference.beforeAppend();
        List<Recorded> recorded = log.append(append);
        interference.afterAppend();
        return recorded;
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        interference.read();
        return log.read(after, limit);
    }

    @Override
    public List<Recorded> readStream(StreamId stream, long afterSequence, int limit) {
        interference.read();
        return log.readStream(stream, afterSequence, limit);
    }

    @Override
    public List<Recorded> correlated(CorrelationId correlation, int limit) {
        interference.read();
        return log.correlated(correlation, limit);
    }

    @Override
    public Set<CorrelationId> known(Collection<CorrelationId> correlations) {
        interference.read();
        return log.known(correlations);
    }

    @Override
    public Optional<Recorded> find(EventId id) {
        interference.read();
        return log.find(id);
    }

    @Override
    public long positionAt(Instant instant) {
        interference.read();
        return log.positionAt(instant);
    }

    @Override
    public long last() {
        interference.read();
        return log.last();
    }

    @Override
    public Fence claim(String resource) {
        interference.beforeAppend();
        Fence fence = log.claim(resource);
        epoch = fence.epoch();
        interference.afterAppend();
        return fence;
    }
}
