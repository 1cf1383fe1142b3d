package com.sothebais.web.internal.live;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.parts.WebSettings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
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
 * Follows the log as a view and feeds everyone who watches, from one thread ({@code sothebais-live}) whatever their number.
 * Thread-safe.
 */
@Component(service = {LiveFeed.class, EventSubscriber.class, HealthSource.class})
public final class LiveFeed implements EventSubscriber, HealthSource {
    /** Facts that come within this time share one snapshot. */
    static final int COALESCE_MILLIS = 40;

    static final int VITALS_SECONDS = 2;
    static final int HEARTBEAT_SECONDS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private final ShowWatch watch = new ShowWatch();
    private final AtomicBoolean pumpAhead = new AtomicBoolean();
    private final WebSettings settings;
    private final LiveHub hub;
    private final LivePump pump;
    private final ScheduledExecutorService sender;

    @Activate
    public LiveFeed(@Reference Parts parts, @Reference WebSettings settings) {
        this.settings = settings;
        hub = new LiveHub(settings.values().viewersMax());
        pump = new LivePump(hub, parts, InstantSource.system());
        sender = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sothebais-live");
            thread.setDaemon(true);
            return thread;
        });
        every(VITALS_SECONDS, pump::vitals);
        every(HEARTBEAT_SECONDS, () -> hub.broadcast(Frame.HEARTBEAT));
    }

    @Deactivate
    public void stop() {
        sender.shutdownNow();
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
        if (watch.on(recorded)) {
            pump.take(recorded);
            pumpSoon();
        }
    }

    @Override
    public void caughtUp() {
        watch.caughtUp();
        pumpSoon();
    }

    /** The newest complete state; empty until the log was read for the first time. */
    public Optional<ShowWatch.State> current() {
        return watch.current();
    }

    Optional<Viewer> join(OptionalLong lastPosition, Runnable wake) {
        return hub.join(lastPosition, wake);
    }

    void leave(Viewer viewer) {
        hub.leave(viewer);
    }

    @Override
    public Health health() {
        if (!settings.values().problems().isEmpty()) {
            return Health.degraded("web", String.join(" ", settings.values().problems()));
        }
        if (watch.current().isEmpty()) {
            return Health.degraded("web", "The log has not been read yet; if this lasts, see the health of 'event'.");
        }
        if (hub.viewers() >= settings.values().viewersMax()) {
            return Health.degraded(
                    "web",
                    "All " + hub.viewers() + " places of the live feed are taken; raise viewers.max in "
                            + WebSettings.PID + ".");
        }
        return Health.well("web", hub.viewers() + " watching the live feed.");
    }

    private void pumpSoon() {
        if (!pumpAhead.compareAndSet(false, true)) {
            return;
        }
        try {
            sender.schedule(
                    () -> {
                        pumpAhead.set(false);
                        guarded(() -> pump.pump(watch.current()));
                    },
                    COALESCE_MILLIS,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the live feed is stopping", e);
        }
    }

    private void every(int seconds, Runnable task) {
        sender.scheduleWithFixedDelay(() -> guarded(task), seconds, seconds, TimeUnit.SECONDS);
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
