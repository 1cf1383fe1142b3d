package com.sothebais.event.internal;

import com.sothebais.api.database.Database;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.event.internal.log.LogPoll;
import com.sothebais.event.internal.log.LogTail;
import com.sothebais.event.internal.log.PostgresEventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers the log to everybody and its tail to the other components of this bundle. */
@Component(service = {EventLog.class, LogTail.class, HealthSource.class})
public final class EventLogComponent implements EventLog, LogTail, HealthSource {
    private final PostgresEventLog log;
    private final LogPoll poll;

    @Activate
    public EventLogComponent(@Reference Database database) {
        database.migrate("event", EventLogComponent.class);
        log = new PostgresEventLog(database);
        poll = new LogPoll(log);
    }

    @Deactivate
    public void deactivate() {
        poll.close();
        log.close();
    }

    @Override
    public List<Recorded> append(Append append) {
        return log.append(append);
    }

    @Override
    public Ready ready(Append append) {
        return log.ready(append);
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        return log.read(after, limit);
    }

    @Override
    public List<Recorded> readStream(StreamId stream, long afterSequence, int limit) {
        return log.readStream(stream, afterSequence, limit);
    }

    @Override
    public List<Recorded> correlated(CorrelationId correlation, int limit) {
        return log.correlated(correlation, limit);
    }

    @Override
    public Set<CorrelationId> known(Collection<CorrelationId> correlations) {
        return log.known(correlations);
    }

    @Override
    public Optional<Recorded> find(EventId id) {
        return log.find(id);
    }

    @Override
    public long positionAt(Instant instant) {
        return log.positionAt(instant);
    }

    @Override
    public long last() {
        return log.last();
    }

    @Override
    public Fence claim(String resource) {
        return log.claim(resource);
    }

    @Override
    public List<Recorded> follow(long after, int limit) {
        return log.follow(after, limit);
    }

    @Override
    public List<Recorded> followStream(StreamId stream, long after, long upTo, int limit) {
        return log.followStream(stream, after, upTo, limit);
    }

    @Override
    public long known() {
        return log.known();
    }

    @Override
    public void await(long position, Duration limit) throws InterruptedException {
        log.await(position, limit);
    }

    @Override
    public void nudge() {
        log.nudge();
    }

    @Override
    public Health health() {
        return poll.health();
    }
}
