package com.sothebais.event.internal;

import com.sothebais.api.database.Database;
import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.event.internal.dispatch.Backoff;
import com.sothebais.event.internal.dispatch.Followers;
import com.sothebais.event.internal.dispatch.ReaderTables;
import com.sothebais.event.internal.log.LogTail;
import java.time.InstantSource;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Follows the log for every {@link EventSubscriber} service. Immediate: subscribers expect facts whether or not anybody asks
 * how they are. A component apart from the log, because subscribers need the log and the dispatcher needs them.
 */
@Component(
        service = {Dispatcher.class, DeadLetters.class, HealthSource.class},
        immediate = true)
public final class DispatcherComponent implements Dispatcher, DeadLetters, HealthSource {
    private final BundleContext context;
    private final Followers followers;

    @Activate
    public DispatcherComponent(BundleContext context, @Reference LogTail log, @Reference Database database) {
        this.context = context;
        this.followers =
                new Followers(log, new ReaderTables(database.dataSource()), Backoff.DEFAULT, InstantSource.system());
    }

    /** The service itself is got on the follower's thread: a subscriber may need the dispatcher to come up. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSubscriber(ServiceReference<EventSubscriber> reference) {
        followers.add(reference, () -> context.getService(reference));
    }

    public void removeSubscriber(ServiceReference<EventSubscriber> reference) {
        followers.remove(reference);
        context.ungetService(reference);
    }

    @Deactivate
    public void deactivate() {
        followers.close();
    }

    @Override
    public List<Progress> progress() {
        return followers.progress();
    }

    @Override
    public List<DeadLetter> list() {
        return followers.list();
    }

    @Override
    public boolean retry(String subscriber, long position) {
        return followers.retry(subscriber, position);
    }

    @Override
    public boolean drop(String subscriber, long position) {
        return followers.drop(subscriber, position);
    }

    @Override
    public Health health() {
        return followers.health();
    }
}
