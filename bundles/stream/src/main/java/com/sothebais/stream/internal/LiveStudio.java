package com.sothebais.stream.internal;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health;
import com.sothebais.api.stream.Curtain;
import com.sothebais.api.stream.OutputEvent;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.api.stream.Studio;
import com.sothebais.api.stream.Utterance;
import com.sothebais.stream.broadcast.Broadcast;
import com.sothebais.stream.broadcast.FrameClock;
import com.sothebais.stream.broadcast.Retried;
import com.sothebais.stream.broadcast.StageFollower;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.control.Desk;
import com.sothebais.stream.control.LayoutSources;
import com.sothebais.stream.control.Stills;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.scene.SceneComposer;
import com.sothebais.stream.scene.Screen;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.DrawnPictures;
import com.sothebais.stream.video.EncoderChoice;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.StillPainter;
import com.sothebais.stream.video.VideoFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The studio without its container: goes on air on a thread of its own, because unpacking native libraries takes a second, and
 * offers everything that needs them from then on. The same thread then looks for changed layouts. Thread-safe.
 */
final class LiveStudio implements Studio, StreamOutputs, Preview, Curtain, AutoCloseable {

    /** How long a call waits for the studio to be on air. */
    static final Duration START_MAX = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(LiveStudio.class);
    /** How often changed layouts and rigs are looked for. */
    private static final long LAYOUT_LOOK_MILLIS = 500;

    /** So long the outputs wait for the log to be read: it may say that a rehearsal is on stage. */
    private static final Duration LOG_MAX = Duration.ofSeconds(30);

    private static final long LOWER_LOOK_MILLIS = 50;

    /** Looks at the layouts from one look at the disks to the next. */
    private static final int LOOKS_A_DISK_LOOK = 20;

    private final Settings settings;
    private final Renderers renderers;
    private final Gallery gallery;
    private final RunningRecordings recordings;
    private final InstantSource clock;
    private final StageFollower follower = new StageFollower();
    private final Looks looks;
    private final Condition condition;
    private final StillPainter painter;
    private final Desk desk;
    private final DeskScribe scribe;
    private final DiskWatch disk;
    private final LogNotes notes;
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread starter = new Thread(this::run, "sothebais-stream-layouts");
    private volatile Optional<OnAir> onAir = Optional.empty();
    private volatile Optional<String> broken = Optional.empty();
    private Optional<Lowered> untilRead = Optional.empty();
    private volatile Optional<String> encoderTrouble = Optional.empty();
    private boolean closed;

    /**
     * What the studio works with.
     *
     * @param log asked each time, because it comes and goes
     */
    record Surroundings(Assets assets, Recordings recordings, Supplier<Optional<EventLog>> log, InstantSource clock) {}

    LiveStudio(Settings settings, Renderers renderers, Surroundings around) {
        this.settings = settings;
        this.renderers = renderers;
        this.gallery = Gallery.of(around.assets());
        this.clock = around.clock();
        this.recordings = new RunningRecordings(around.recordings(), this::broadcast, clock);
        this.notes = new LogNotes(around.log());
        this.disk = new DiskWatch(settings.video().format().kbps());
        this.looks = new Looks(settings, asset -> around.assets().find(asset).isPresent());
        this.condition = new Condition(settings, looks, gallery, disk);
        Size size = settings.video().size();
        this.painter = new StillPainter(size, renderers, this::pictures);
        this.scribe = new DeskScribe(notes);
        this.desk = new Desk(
                new LayoutSources(screen(), gallery, settings.show().venue(), looks.layouts(), looks.shelf()),
                new Stills(size, Optional.of(painter)),
                scribe,
                clock);
    }

    /** What is on program and what comes next. */
    ShowControl control() {
        return desk;
    }

    void start() {
        settings.problems().forEach(LOG::warn);
        starter.setDaemon(true);
        starter.start();
    }

    StageFollower follower() {
        return follower;
    }

    /** Takes one fact of the log. */
    void on(Recorded recorded) {
        desk.recall(recorded);
        follower.on(recorded);
    }

    /** Goes on air and then looks after the layouts and the character. */
    private void run() {
        looks.layouts().writeExamples();
        look();
        goOnAir();
        looks.rigs().writeExamples();
        try {
            long readBy = System.nanoTime() + LOG_MAX.toNanos();
            for (int looks = 0;
                    broken.isEmpty() && !closing.await(LAYOUT_LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    looks++) {
                if (follower.hasCaughtUp() || System.nanoTime() > readBy) {
                    untilRead.ifPresent(Lowered::close);
                }
                look();
                if (looks % LOOKS_A_DISK_LOOK == 0) {
                    disk.look(written());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The directories that the stream writes to now. */
    private Set<Path> written() {
        Set<Path> directories = recordings.directories();
        directories.add(hls());
        return directories;
    }

    private void look() {
        looks.look();
        try {
            painter.rest();
        } catch (RuntimeException e) {
            LOG.error("the canvas of stills cannot be closed; it is tried again", e);
        }
    }

    private void goOnAir() {
        try {
            NativeMedia.load(settings.files().libraries());
            Mixer mixer =
                    new Mixer(settings.sound().musicDecibels(), settings.sound().lufs());
            OnAir live = open(mixer);
            synchronized (this) {
                if (closed) {
                    live.broadcast().close();
                    return;
                }
                live.clock().start();
                onAir = Optional.of(live);
            }
            LOG.info(
                    "on air: {} at {} fps",
                    settings.video().size(),
                    settings.video().fps());
            started.countDown();
            if (settings.sound().music()) {
                mixer.loadMusic();
            }
        } catch (RuntimeException | LinkageError e) {
            broken = Optional.of(e.getMessage());
            LOG.error("the stream cannot go on air", e);
        } finally {
            started.countDown();
        }
    }

    private Pictures pictures() {
        return new DrawnPictures(gallery, looks.rigs());
    }

    private Screen screen() {
        return new Screen(settings.video().size(), settings.video().fps());
    }

    private OnAir open(Mixer mixer) {
        SceneComposer composer =
                new SceneComposer(screen(), looks.layouts(), settings.show().venue(), gallery);
        Compositor compositor = new Compositor(
                settings.video().size(),
                renderers,
                this::pictures,
                settings.show().drawMax());
        VideoFormat format = settings.video().format();
        EncoderChoice encoder = EncoderChoice.of(settings.video().encoder(), format);
        encoderTrouble = encoder.trouble();
        encoderTrouble.ifPresent(LOG::warn);
        Broadcast broadcast = new Broadcast(
                new Broadcast.Parts(format, composer, compositor, mixer, follower, clock, encoder.factory(format)),
                desk);
        untilRead = Optional.of(broadcast.lower());
        createHls();
        broadcast.addHls(hls(), settings.hls().segmentSeconds(), settings.hls().segments());
        settings.pushes().forEach(push -> broadcast.addPush(push.name(), push.url(), push.certificates()));
        return new OnAir(broadcast, new FrameClock(broadcast, settings.video().fps()));
    }

    /** It exists while on air, also while nothing is in it; a failure is told by the output. */
    private void createHls() {
        try {
            Files.createDirectories(hls());
        } catch (IOException e) {
            LOG.debug("cannot create {}", hls(), e);
        }
    }

    @Override
    public Lowered lower() {
        Broadcast broadcast = broadcast();
        Lowered lowered = broadcast.lower();
        long deadline = System.nanoTime() + LOWER_MAX.toNanos();
        try {
            while (!broadcast.isPrivate()) {
                if (System.nanoTime() > deadline) {
                    lowered.close();
                    throw new StudioException(
                            "an output did not end within " + LOWER_MAX.toSeconds()
                                    + " s; see the outputs of the stream",
                            null);
                }
                Thread.sleep(LOWER_LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            lowered.close();
            Thread.currentThread().interrupt();
            throw new StudioException("interrupted while the outputs end", e);
        }
        return lowered;
    }

    @Override
    public boolean isDown() {
        return onAir.map(live -> live.broadcast().isDown()).orElse(true);
    }

    @Override
    public Instant say(Utterance utterance) {
        return broadcast().say(utterance);
    }

    @Override
    public void mood(Mood mood) {
        broadcast().mood(mood);
    }

    @Override
    public Recording record(Path file) {
        return recordings.start(file);
    }

    @Override
    public Path hls() {
        return settings.files().hls();
    }

    @Override
    public StreamHealth health() {
        return onAir.map(live -> live.broadcast().health())
                .orElseGet(() -> new StreamHealth(
                        "slate",
                        new StreamHealth.Picture(0, 0, 0, 0, 0, ""),
                        StreamHealth.Sound.SILENCE,
                        StreamHealth.Times.NONE,
                        StreamHealth.Drift.NONE,
                        Duration.ZERO,
                        List.of()));
    }

    @Override
    public Watch watch() {
        Broadcast broadcast = onAir.map(OnAir::broadcast)
                .orElseThrow(() -> new StudioException("the studio is not on air yet; try again in a second", null));
        return broadcast
                .watch()
                .orElseThrow(() -> new StudioException(
                        "all " + WATCHES_MAX + " places of the preview inside the platform are taken", null));
    }

    @Override
    public List<OutputStatus> outputs() {
        return onAir.map(live -> live.broadcast().outputs()).orElse(List.of());
    }

    @Override
    public Optional<OutputStatus> retry(String name, String admin) {
        Optional<Retried> retried = onAir.flatMap(live -> live.broadcast().retry(name));
        if (retried.filter(Retried::broughtForward).isPresent()) {
            LOG.info("{} lets the output {} try again", admin, name);
            notes.write(new StreamId("output/" + name), new OutputEvent.RetryOrdered(name, admin), clock.instant());
        }
        return retried.map(Retried::status);
    }

    /** Where the content is shown by the layouts on air. */
    List<AssetUse> uses(AssetId asset) {
        return looks.layouts().uses(asset);
    }

    /** How the stream is, with a sentence for each trouble. */
    Health condition() {
        return broken.map(condition::broken)
                .or(() -> onAir.map(live -> condition.of(
                        live.broadcast(), encoderTrouble, desk.troubles(follower.stage(), clock.instant()))))
                .orElseGet(condition::goingOnAir);
    }

    private Broadcast broadcast() {
        try {
            if (!started.await(START_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StudioException("the studio is not on air yet", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StudioException("interrupted while the studio goes on air", e);
        }
        return onAir.map(OnAir::broadcast)
                .orElseThrow(
                        () -> new StudioException("the studio is not on air: " + broken.orElse("it was closed"), null));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        closing.countDown();
        awaitStarter();
        onAir.ifPresent(OnAir::close);
        onAir = Optional.empty();
        scribe.close();
        painter.close();
        gallery.close();
    }

    /** Loading native code cannot be interrupted, and must not outlive the bundle that it comes from. */
    private void awaitStarter() {
        try {
            starter.join(START_MAX.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
