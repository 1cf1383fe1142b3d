package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.Append.Projection;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.ReaderEvent.DeadLetterResolved;
import com.sothebais.api.event.ReaderEvent.Resolution;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.event.internal.codec.Encoded;
import com.sothebais.event.internal.codec.EventCodec;
import com.sothebais.event.internal.dispatch.ReaderTables.Edit;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with dead letters; each act and its fact are one transaction. Thread-safe. */
public final class Letters implements DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private final EventLog log;
    private final ReaderTables tables;
    private final InstantSource time;
    private final Runnable released;
    private final EventCodec codec = new EventCodec();

    /** @param released called after each act, so that the readers look at their tables again */
    public Letters(EventLog log, ReaderTables tables, InstantSource time, Runnable released) {
        this.log = log;
        this.tables = tables;
        this.time = time;
        this.released = released;
    }

    @Override
    public List<DeadLetter> list() {
        return tables.deadLetters();
    }

    @Override
    public boolean retry(String subscriber, long position, Decree decree) {
        return resolve(
                new DeadLetterResolved(subscriber, position, Resolution.RETRIED, Optional.empty(), decree),
                ReaderTables.retried(subscriber, position, time.instant()));
    }

    @Override
    public boolean drop(String subscriber, long position, Decree decree) {
        return resolve(
                new DeadLetterResolved(subscriber, position, Resolution.DROPPED, Optional.empty(), decree),
                ReaderTables.dropped(subscriber, position, time.instant()));
    }

    @Override
    public boolean edit(String subscriber, long position, String payload, Decree decree) {
        if (payload.length() > PAYLOAD_MAX) {
            throw new IllegalArgumentException(
                    "the payload has " + payload.length() + " characters, at most " + PAYLOAD_MAX + " are allowed");
        }
        Optional<Recorded> recorded = log.read(position - 1, 1).stream()
                .filter(found -> found.position() == position)
                .findFirst();
        if (recorded.isEmpty() || !tables.isDead(subscriber, position)) {
            return false;
        }
        Encoded before = codec.encode(recorded.get().event());
        codec.parse(new Encoded(before.type(), before.version(), payload));
        return resolve(
                new DeadLetterResolved(subscriber, position, Resolution.EDITED, Optional.of(payload), decree),
                ReaderTables.edited(subscriber, position, new Edit(before.version(), payload), time.instant()));
    }

    private boolean resolve(DeadLetterResolved act, Projection change) {
        if (!tables.isDead(act.subscriber(), act.position())) {
            return false;
        }
        String stream = "reader/" + act.subscriber();
        NewEvent fact = new NewEvent(
                new StreamId(stream),
                act,
                "event",
                time.instant().truncatedTo(ChronoUnit.MICROS),
                new CorrelationId(stream + "/" + act.position()),
                Optional.empty());
        try {
            log.append(new Append(List.of(fact), change, Optional.empty()));
        } catch (EventLogException e) {
            if (!tables.isDead(act.subscriber(), act.position())) {
                LOG.info(
                        "dead letter of {} at position {} was resolved by somebody else",
                        act.subscriber(),
                        act.position());
                return false;
            }
            throw e;
        }
        LOG.info(
                "dead letter of {} at position {} is {} by {}: {}",
                act.subscriber(),
                act.position(),
                act.resolution(),
                act.decree().admin(),
                act.decree().reason());
        released.run();
        return true;
    }
}
