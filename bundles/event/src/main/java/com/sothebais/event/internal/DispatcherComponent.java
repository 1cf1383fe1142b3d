package com.sothebais.event.internal;

import com.sothebais.api.database.Database;
import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Replays;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.event.internal.dispatch.Followers;
import com.sothebais.event.internal.dispatch.Letters;
import com.sothebais.event.internal.dispatch.ReaderTables;
import com.sothebais.event.internal.dispatch.ReplayDesk;
import com.sothebais.event.internal.dispatch.Tries;
import com.sothebais.event.internal.log.LogTail;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log for every {@link EventSubscriber} service. Immediate: subscribers expect facts whether or not anybody asks
 * how they are. A component apart from the log, because subscribers need the log and the dispatcher needs them.
 */
@Component(
        service = {Dispatcher.class, DeadLetters.class, Replays.class, HealthSource.class},
        immediate = true,
        configurationPid = DispatcherComponent.PID)
@Designate(ocd = DispatcherComponent.Config.class)
public final class DispatcherComponent implements Dispatcher, DeadLetters, Replays, HealthSource {
    static final String PID = "com.sothebais.event.readers";

    private static final Logger LOG = LoggerFactory.getLogger(DispatcherComponent.class);

    private final BundleContext context;
    private final Followers followers;

    private final Letters letters;
    private final ReplayDesk replays;
    private final Optional<String> flaw;

    /** How long a fact is tried. Texts here, so that a wrong one is told in our words. */
    @ObjectClassDefinition(name = "SothebAIs event log: readers")
    public @interface Config {
        @AttributeDefinition(description = "Tries before a fact becomes a dead letter, 1 to 1000")
        String retry_attempts() default "25";

        @AttributeDefinition(
                description = "Milliseconds before the second try, doubled at each further one, 10 to 60000")
        String retry_first_millis() default "200";

        @AttributeDefinition(description = "Longest wait between two tries in seconds, 1 to 3600")
        String retry_longest_seconds() default "60";
    }

    @Activate
    public DispatcherComponent(
            BundleContext context,
            @Reference EventLog log,
            @Reference LogTail tail,
            @Reference Database database,
            Config config) {
        this.context = context;
        InstantSource time = InstantSource.system();
        ReaderTables tables = new ReaderTables(database.dataSource());
        Optional<Tries> wanted =
                Tries.of(config.retry_attempts(), config.retry_first_millis(), config.retry_longest_seconds());
        this.flaw = wanted.isPresent()
                ? Optional.empty()
                : Optional.of(PID + ": retry.attempts, retry.first.millis or retry.longest.seconds is out of"
                        + " range; the defaults are used. Correct it in etc/" + PID + ".cfg.");
        flaw.ifPresent(LOG::error);
        this.followers = new Followers(tail, tables, wanted.orElse(Tries.DEFAULT), time);
        this.letters = new Letters(log, tables, time, followers::reload);
        this.replays = new ReplayDesk(log, followers, time);
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
        replays.close();
        followers.close();
    }

    @Override
    public List<Progress> progress() {
        return followers.progress();
    }

    @Override
    public List<DeadLetter> list() {
        return letters.list();
    }

    @Override
    public boolean retry(String subscriber, long position, Decree decree) {
        return letters.retry(subscriber, position, decree);
    }

    @Override
    public boolean edit(String subscriber, long position, String payload, Decree decree) {
        return letters.edit(subscriber, position, payload, decree);
    }

    @Override
    public boolean drop(String subscriber, long position, Decree decree) {
        return letters.drop(subscriber, position, decree);
    }

    @Override
    public Replay start(String subscriber, Selection selection, boolean shadow, Decree decree) {
        return replays.start(subscriber, selection, shadow, decree);
    }

    @Override
    public List<Replay> replays() {
        return replays.replays();
    }

    @Override
    public boolean stop(long number) {
        return replays.stop(number);
    }

    @Override
    public Health health() {
        Health health = followers.health();
        boolean well = health.status() == Health.Status.WELL;
        return well && flaw.isPresent() ? Health.degraded(health.part(), flaw.get()) : health;
    }
}
