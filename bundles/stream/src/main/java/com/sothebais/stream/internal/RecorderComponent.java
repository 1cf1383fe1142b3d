package com.sothebais.stream.internal;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.stream.Studio;
import com.sothebais.stream.clip.Retention;
import com.sothebais.stream.clip.SessionRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final int HOURS_MOST = 168;
    private static final int HOURS_DEFAULT = 6;
    private static final int DAYS_MOST = 36_500;
    private static final int RECORDING_DAYS_DEFAULT = 30;
    private static final int CLIP_DAYS_DEFAULT = 365;
    private static final int GIGABYTES_MOST = 1_000_000;
    private static final long GIGABYTE = 1_000_000_000;

    private final SessionRecorder recorder;
    private final Retention retention;
    private final List<String> problems = new ArrayList<>();
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

        @AttributeDefinition(description = "hours after which a recording goes on in another file, 0 never, up to 168")
        int record_hours() default HOURS_DEFAULT;

        @AttributeDefinition(description = "days that a recording is kept, 0 for ever, up to 36500")
        int keep_recordings_days() default RECORDING_DAYS_DEFAULT;

        @AttributeDefinition(description = "days that a clip is kept, 0 for ever, up to 36500")
        int keep_clips_days() default CLIP_DAYS_DEFAULT;

        @AttributeDefinition(
                description = "gigabytes of recordings and clips that are kept, 0 without limit, up to 1000000")
        int keep_gigabytes() default 0;
    }

    @Activate
    public RecorderComponent(Config config, @Reference Studio studio, @Reference RecordingList list) {
        Path directory = Path.of(config.record_directory()).toAbsolutePath();
        long free = checked(
                new Setting("record.free.megabytes", FREE_LEAST, FREE_MOST, FREE_DEFAULT),
                config.record_free_megabytes());
        int hours = checked(new Setting("record.hours", 0, HOURS_MOST, HOURS_DEFAULT), config.record_hours());
        int recordings = checked(
                new Setting("keep.recordings.days", 0, DAYS_MOST, RECORDING_DAYS_DEFAULT),
                config.keep_recordings_days());
        int clips = checked(new Setting("keep.clips.days", 0, DAYS_MOST, CLIP_DAYS_DEFAULT), config.keep_clips_days());
        long most = checked(new Setting("keep.gigabytes", 0, GIGABYTES_MOST, 0), config.keep_gigabytes());
        problems.forEach(LOG::warn);
        recorder = new SessionRecorder(
                new SessionRecorder.Rule(
                        config.record_sessions(), directory, free << 20, length(Duration.ofHours(hours))),
                studio,
                RecorderComponent::freeBytes,
                InstantSource.system());
        retention = new Retention(
                new Retention.Rule(
                        directory,
                        length(Duration.ofDays(recordings)),
                        length(Duration.ofDays(clips)),
                        Optional.of(most * GIGABYTE).filter(bytes -> bytes > 0)),
                list.recordings(),
                InstantSource.system());
        thread.scheduleWithFixedDelay(this::work, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A number in the configuration and what it may be. */
    private record Setting(String key, int least, int most, int fallback) {}

    private int checked(Setting setting, int value) {
        if (value >= setting.least() && value <= setting.most()) {
            return value;
        }
        problems.add("etc/" + PID + ".cfg: " + setting.key() + " = " + value + " is not allowed; expected "
                + setting.least() + " to " + setting.most() + "; " + setting.fallback() + " is used instead");
        return setting.fallback();
    }

    /** None is without an end. */
    private static Optional<Duration> length(Duration length) {
        return Optional.of(length).filter(some -> !some.isZero());
    }

    private void work() {
        try {
            recorder.work();
            retention.work();
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
        retention.on(recorded);
    }

    @Override
    public void caughtUp() {
        recorder.caughtUp();
        retention.caughtUp();
    }

    @Override
    public Health health() {
        Health health = recorder.health();
        if (health.status() != Health.Status.WELL) {
            return health;
        }
        return retention
                .trouble()
                .or(() -> problems.stream().findFirst())
                .map(trouble -> Health.degraded(health.part(), trouble))
                .orElseGet(() -> Health.well(health.part(), (health.message() + " " + retention.story()).strip()));
    }
}
