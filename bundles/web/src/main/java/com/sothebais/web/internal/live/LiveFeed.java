package com.sothebais.web.internal.live;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.parts.Settings;
import com.sothebais.web.internal.parts.WebSettings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log as a view and feeds everyone who watches: one thread ({@code sothebais-live}) makes rounds, all processors send them.
 * Thread-safe.
 */
@Component(service = {LiveFeed.class, EventSubscriber.class, HealthSource.class})
public final class LiveFeed implements EventSubscriber, HealthSource {
    /** Facts that come within this time are sent together. */
    static final int COALESCE_MILLIS = 40;

    static final int VITALS_SECONDS = 2;
    static final int HEARTBEAT_SECONDS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private final ShowWatch watch = new ShowWatch();
    private final Intake intake = new Intake();
    private final LiveHub hub = new LiveHub();
    private final AtomicBoolean pumpAhead = new AtomicBoolean();
    private final Settings settings;
    private final Places places;
    private final LivePump pump;
    private final ScheduledExecutorService sender;
    /** When the next round may begin: after a long one the processor belongs to others for a while. */
    private volatile long quietUntilNanos = System.nanoTime();

    @Activate
    public LiveFeed(@Reference Parts parts, @Reference WebSettings settings) {
        this.settings = settings.values();
        places = new Places(this.settings.viewersMax(), this.settings.viewersPerAddress());
        pump = new LivePump(intake, hub, parts, InstantSource.system());
        sender = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sothebais-live");
            thread.setDaemon(true);
            return thread;
        });
        every(VITALS_SECONDS, pump::vitals);
        every(HEARTBEAT_SECONDS, pump::heartbeat);
    }

    @Deactivate
    public void stop() {
        sender.shutdownNow();
        hub.closeAll();
    }

    @Override
    public String name() {
        return "web-live";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        if (PublicFacts.include(recorded)) {
            intake.take(watch.on(recorded));
            pumpSoon();
        }
    }

    @Override
    public void caughtUp() {
        watch.caughtUp();
        intake.open();
        pumpSoon();
    }

    /** The newest complete state; empty until the log was read for the first time. */
    public Optional<ShowWatch.State> current() {
        return watch.current();
    }

    /**
     * How much the feed has to do.
     *
     * @param clients that watch now
     * @param clientsMax that may
     * @param resyncs slow ones that went on with a fresh snapshot, since the start
     */
    public record Load(int clients, int clientsMax, long resyncs) {}

    public Load load() {
        return new Load(hub.viewers(), settings.viewersMax(), hub.drops());
    }

    Audience audience() {
        return new Audience(hub, places);
    }

    @Override
    public Health health() {
        if (!settings.problems().isEmpty()) {
            return Health.degraded("web", String.join(" ", settings.problems()));
        }
        if (watch.current().isEmpty()) {
            return Health.degraded("web", "The log has not been read yet; if this lasts, see the health of 'event'.");
        }
        if (places.taken() >= settings.viewersMax()) {
            return Health.degraded(
                    "web",
                    "All " + places.taken() + " places of the live feed are taken; raise viewers.max in "
                            + WebSettings.PID + ".");
        }
        return Health.well(
                "web",
                hub.viewers() + " watching the live feed, " + settings.viewersMax() + " places, " + hub.drops()
                        + " slow ones dropped to a snapshot.");
    }

    private void pumpSoon() {
        if (!intake.isWaiting() || !pumpAhead.compareAndSet(false, true)) {
            return;
        }
        long quiet = quietUntilNanos - System.nanoTime();
        try {
            sender.schedule(
                    this::round, Math.max(quiet, TimeUnit.MILLISECONDS.toNanos(COALESCE_MILLIS)), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the live feed is stopping", e);
        }
    }

    private void round() {
        long begin = System.nanoTime();
        guarded(pump::pump);
        long end = System.nanoTime();
        quietUntilNanos = end + (end - begin) / 4;
        pumpAhead.set(false);
        pumpSoon();
    }

    private void every(int seconds, Runnable task) {
        sender.scheduleWithFixedDelay(() -> guarded(() -> pass(task)), seconds, seconds, TimeUnit.SECONDS);
    }

    /** A round that is ahead takes along what passes: one of its own would hold the facts up. */
    private void pass(Runnable task) {
        task.run();
        if (!pumpAhead.get()) {
            hub.wakeAll();
        }
    }

    /** The top of the thread: one failed message must not end the feed. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("The live feed could not send a message; viewers get the next one.", e);
        }
    }
}
