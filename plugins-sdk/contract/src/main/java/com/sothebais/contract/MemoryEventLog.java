package com.sothebais.contract;

import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import java.util.ArrayList;
import java.util.List;

/**
 * An event log in memory that keeps every promise of {@link EventLog} but durability, for tests of other bundles. Projections are
 * not written: there is no connection to write them to. Subscribers are called inside {@link #append}, in order of their
 * registration. Thread-safe.
 */
public final class MemoryEventLog extends ListedEventLog {
    private final List<EventSubscriber> subscribers = new ArrayList<>();
    private boolean down;

    @Override
    public synchronized List<Recorded> append(Append append) {
        if (down) {
            throw new EventLogException("the log is down for this test", null);
        }
        append.fence().ifPresent(this::check);
        List<Recorded> added = new ArrayList<>();
        for (NewEvent fact : append.events()) {
            added.add(add(last() + 1, EventId.random(), fact));
        }
        added.forEach(recorded -> subscribers.forEach(subscriber -> deliver(subscriber, recorded)));
        return added;
    }

    /** Calls the subscriber with everything so far and then with every new fact, as the dispatcher does for a view. */
    public synchronized void subscribe(EventSubscriber subscriber) {
        List.copyOf(events()).forEach(recorded -> deliver(subscriber, recorded));
        subscriber.caughtUp();
        subscribers.add(subscriber);
    }

    /** Makes every append fail while true. */
    public synchronized void outage(boolean isDown) {
        down = isDown;
    }

    private static void deliver(EventSubscriber subscriber, Recorded recorded) {
        try {
            subscriber.on(recorded);
        } catch (Exception e) {
            throw new IllegalStateException(subscriber.name() + " did not take " + recorded, e);
        }
    }
}
