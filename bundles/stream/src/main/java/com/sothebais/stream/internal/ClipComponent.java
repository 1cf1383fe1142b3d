package com.sothebais.stream.internal;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.stream.Clips;
import com.sothebais.stream.clip.ClipMaker;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts clips on a thread of its own, at the lowest priority: the show that is on air comes first. */
@Component(service = {EventSubscriber.class, Clips.class})
public final class ClipComponent implements EventSubscriber, Clips {
    private static final Logger LOG = LoggerFactory.getLogger(ClipComponent.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long STOP_SECONDS = 10;

    private final ClipMaker maker;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "sothebais-clips");
        named.setDaemon(true);
        named.setPriority(Thread.MIN_PRIORITY);
        return named;
    });

    @Activate
    public ClipComponent(@Reference RecordingList recordings) {
        maker = new ClipMaker(recordings.recordings(), InstantSource.system());
        thread.scheduleWithFixedDelay(this::work, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void work() {
        try {
            maker.work();
        } catch (RuntimeException e) {
            LOG.error("the clips failed; tried again in {} ms", LOOK_MILLIS, e);
        }
    }

    @Deactivate
    void stop() {
        thread.shutdown();
        try {
            // Not interrupted: that would close the files under a copy, and a clip is soon cut.
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a clip is still being cut; it is cut again after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<Clip> clips() {
        return maker.clips();
    }

    @Override
    public String name() {
        return maker.name();
    }

    @Override
    public Kind kind() {
        return maker.kind();
    }

    @Override
    public void on(Recorded recorded) {
        maker.on(recorded);
    }

    @Override
    public void caughtUp() {
        maker.caughtUp();
    }
}
