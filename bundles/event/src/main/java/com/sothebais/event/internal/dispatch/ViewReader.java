package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.Dispatcher.Progress;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.event.internal.log.LogTail;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds the whole log from the beginning; a fact that fails is logged and passed over. */
final class ViewReader implements Reader {
    private static final Logger LOG = LoggerFactory.getLogger(ViewReader.class);

    private final EventSubscriber subscriber;
    private final LogTail log;
    private final long endAtStart;
    private boolean caughtUp;
    private volatile long position;

    ViewReader(EventSubscriber subscriber, LogTail log) {
        this.subscriber = subscriber;
        this.log = log;
        this.endAtStart = log.known();
    }

    @Override
    public Duration step(BooleanSupplier stopping) {
        List<Recorded> batch = log.follow(position, BATCH_MAX);
        for (Recorded recorded : batch) {
            if (stopping.getAsBoolean()) {
                return Duration.ZERO;
            }
            Delivery.of(subscriber, recorded).ifPresent(failure -> passOver(recorded, failure));
            position = recorded.position();
        }
        if (!caughtUp && position >= endAtStart) {
            caughtUp = true;
            tellCaughtUp();
        }
        return batch.isEmpty() ? IDLE : Duration.ZERO;
    }

    @Override
    public void reload() {
        // A view keeps nothing in tables.
    }

    @Override
    public Progress progress() {
        return new Progress(
                subscriber.name(), EventSubscriber.Kind.VIEW, position, Math.max(0, log.known() - position), 0);
    }

    @Override
    public int deadLetters() {
        return 0;
    }

    private void tellCaughtUp() {
        try {
            subscriber.caughtUp();
        } catch (RuntimeException e) {
            LOG.error("view {} failed when it had caught up at position {}", subscriber.name(), position, e);
        }
    }

    private void passOver(Recorded recorded, Throwable failure) {
        LOG.error(
                "view {} could not take event {} at position {} and goes on without it",
                subscriber.name(),
                recorded.id(),
                recorded.position(),
                failure);
    }
}
