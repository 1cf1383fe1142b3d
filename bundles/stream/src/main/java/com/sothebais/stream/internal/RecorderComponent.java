package com.sothebais.stream.internal;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.stream.Studio;
import com.sothebais.stream.clip.SessionRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records sessions on a thread of its own, which looks once a second. */
@Component(
        service = {EventSubscriber.class, HealthSource.class},
        configurationPid = RecorderComponent.PID)
@Designate(ocd = RecorderComponent.Config.class)
public final class RecorderComponent implements EventSubscriber, HealthSource {
    static final String PID = "com.sothebais.stream.recorder";

    private static final Logger LOG = LoggerFactory.getLogger(RecorderComponent.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long STOP_SECONDS = 20;
    private static final int FREE_LEAST = 100;
    private static final int FREE_MOST = 1_000_000;
    private static final int FREE_DEFAULT = 2_000;

    private final SessionRecorder recorder;
    private final String problem;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "sothebais-films");
        named.setDaemon(true);
        return named;
    });

    /** See {@code etc/com.sothebais.stream.recorder.cfg}. */
    @ObjectClassDefinition(name = "SothebAIs recordings of sessions")
    public @interface Config {
        @AttributeDefinition(description = "whether sessions are recorded")
        boolean record_sessions() default true;

        @AttributeDefinition(description = "megabytes that a recording leaves free on the disk, 100 to 1000000")
        int record_free_megabytes() default FREE_DEFAULT;

        @AttributeDefinition(description = "directory of the recordings, with a folder for each session")
        String record_directory() default "data/recordings";
    }

    @Activate
    public RecorderComponent(Config config, @Reference Studio studio) {
        int free = config.record_free_megabytes();
        boolean allowed = free >= FREE_LEAST && free <= FREE_MOST;
        problem = allowed
                ? ""
                : "etc/" + PID + ".cfg: record.free.megabytes = " + free + " is not allowed; expected " + FREE_LEAST
                        + " to " + FREE_MOST + "; " + FREE_DEFAULT + " is used instead";
        if (!allowed) {
            LOG.warn(problem);
        }
        SessionRecorder.Rule rule = new SessionRecorder.Rule(
                config.record_sessions(),
                Path.of(config.record_directory()).toAbsolutePath(),
                (long) (allowed ? free : FREE_DEFAULT) << 20);
        recorder = new SessionRecorder(rule, studio, RecorderComponent::freeBytes, InstantSource.system());
        thread.scheduleWithFixedDelay(this::work, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void work() {
        try {
            recorder.work();
        } catch (RuntimeException e) {
            LOG.error("the recorder failed; tried again in {} ms", LOOK_MILLIS, e);
        }
    }

    /** Of the nearest directory that exists. */
    private static long freeBytes(Path directory) {
        for (Path place = directory; place != null; place = place.getParent()) {
            if (Files.isDirectory(place)) {
                return place.toFile().getUsableSpace();
            }
        }
        return 0;
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("the recorder still works; its recording plays up to the last second");
        }
        recorder.close();
    }

    @Override
    public String name() {
        return recorder.name();
    }

    @Override
    public Kind kind() {
        return recorder.kind();
    }

    @Override
    public void on(Recorded recorded) {
        recorder.on(recorded);
    }

    @Override
    public void caughtUp() {
        recorder.caughtUp();
    }

    @Override
    public Health health() {
        Health health = recorder.health();
        return problem.isEmpty() || health.status() != Health.Status.WELL
                ? health
                : Health.degraded(health.part(), problem);
    }
}
