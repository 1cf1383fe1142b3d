package com.sothebais.stream.broadcast;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.Curtain.Lowered;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.Utterance;
import com.sothebais.stream.control.Desk;
import com.sothebais.stream.control.Moment;
import com.sothebais.stream.control.Switcher;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Outputs;
import com.sothebais.stream.output.PushUrl;
import com.sothebais.stream.output.Tap;
import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.SceneComposer;
import com.sothebais.stream.scene.Stage;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.EncoderFactory;
import com.sothebais.stream.video.SteadyEncoder;
import com.sothebais.stream.video.VideoEncoder;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The show on air. {@link #frame} makes one frame with its sound and sends it; one thread calls it at every tick. Everything else
 * is thread-safe. Video time is the index of the frame, sound time the count of samples; neither is ever stretched.
 */
public final class Broadcast implements AutoCloseable {

    /** Over how many seconds {@link #lateLately} counts. */
    public static final int LATELY_SECONDS = Counters.LATELY_SECONDS;

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
    private static final double MILLIS_A_SECOND = 1e3;
    private static final double NANOS_A_MILLI = 1e6;

    private final VideoFormat format;
    private final Desk desk;
    private final Switcher switcher;
    private final Compositor compositor;
    private final Mixer mixer;
    private final StageFollower follower;
    private final InstantSource clock;
    private final HostOnAir host;
    private final Feed feed;
    private final Privacy privacy;
    private final Counters counters;
    private final SoundTrack sound;
    private final List<TrackFormat> tracks = new ArrayList<>();
    private final List<StageFollower.Unseen> unseen = new ArrayList<>();
    private final Instant since;
    private final SteadyEncoder encoder;
    private Instant firstFrame;
    private volatile long index;
    private long drawnAhead = -1;
    private volatile boolean keyframeWanted;
    private boolean closed;

    /**
     * What a broadcast is made of.
     *
     * @param follower keeps the state of the show
     * @param clock wall-clock time for countdowns and measuring
     * @param encoders of pictures in this format
     */
    public record Parts(
            VideoFormat format,
            SceneComposer composer,
            Compositor compositor,
            Mixer mixer,
            StageFollower follower,
            InstantSource clock,
            EncoderFactory encoders) {

        /** Encoded on the processor. */
        public Parts(
                VideoFormat format,
                SceneComposer composer,
                Compositor compositor,
                Mixer mixer,
                StageFollower follower,
                InstantSource clock) {
            this(format, composer, compositor, mixer, follower, clock, () -> new VideoEncoder(format));
        }
    }

    /** With a desk of its own that nobody sits at. */
    public Broadcast(Parts parts) {
        this(parts, Desk.plain(parts.format().size(), parts.clock()));
    }

    /** Opens the encoders; the native libraries must be loaded. @param desk says what is on program */
    public Broadcast(Parts parts, Desk desk) {
        this.format = parts.format();
        this.desk = desk;
        this.switcher = new Switcher(
                desk,
                parts.composer()::compose,
                parts.compositor(),
                parts.format().size(),
                parts.format().fps());
        this.compositor = parts.compositor();
        this.mixer = parts.mixer();
        this.follower = parts.follower();
        this.clock = parts.clock();
        this.host = new HostOnAir(mixer);
        this.feed = new Feed(format.fps());
        this.sound = new SoundTrack(mixer, format.fps(), feed::sound);
        this.privacy = new Privacy(format.fps());
        this.since = clock.instant();
        this.encoder = new SteadyEncoder(parts.encoders());
        this.counters = new Counters(encoder.name());
        tracks.add(encoder.track());
        tracks.add(sound.format());
    }

    /** Makes and sends the next frame. @param mayCompose false when its time has passed: the picture before is sent again */
    void frame(boolean mayCompose, long waitNanos) {
        try {
            make(mayCompose, waitNanos);
        } finally {
            index++;
        }
    }

    /**
     * Draws what the next frame will show, when something has happened since the last one: between two frames there is time, and what
     * is drawn before its frame is due does not delay it. Once a frame at most; what happens later the frame itself draws.
     *
     * @param nanosLeft until the frame is due
     */
    void ahead(long nanosLeft) {
        if (!follower.hasNews() || drawnAhead == index) {
            return;
        }
        drawnAhead = index;
        Instant due = clock.instant().plusNanos(nanosLeft);
        switcher.ahead(new Moment(follower.stage(), host.pose(sound.heard(index)), due, index));
    }

    /** Calls this whenever there is something for {@link #ahead}. */
    void onNews(Runnable listener) {
        follower.onNews(listener);
    }

    private void make(boolean mayCompose, long waitNanos) {
        Instant began = clock.instant();
        sound.follow(index);
        if (encoder.revive()) {
            compositor.repaint();
        }
        boolean composed = mayCompose && timedCompose(waitNanos);
        if (!composed) {
            counters.late();
        }
        feed.hold(privacy.frame(follower.stage().isRehearsal(), composed, host.isSpeaking(sound.heard(index))));
        Optional<Packet> packet = timedEncode();
        if (composed && packet.isPresent()) {
            Instant now = clock.instant();
            unseen.forEach(fact -> {
                counters.shown(fact, now);
                follower.shown(fact, now);
            });
            unseen.clear();
        }
        boolean sent = packet.isPresent() && feed.picture(packet.get(), began);
        counters.dropped(sent ? 0 : 1);
        counters.drift(drift(began));
        counters.frame(feed.takeBytes());
    }

    private boolean timedCompose(long waitNanos) {
        long start = System.nanoTime();
        boolean composed = compose(waitNanos);
        if (composed) {
            counters.composed(System.nanoTime() - start);
        }
        return composed;
    }

    private Optional<Packet> timedEncode() {
        long start = System.nanoTime();
        boolean key = keyframeWanted;
        keyframeWanted = false;
        Optional<Packet> packet = encoder.encode(index, key);
        if (packet.isPresent()) {
            counters.encoded(System.nanoTime() - start);
        }
        return packet;
    }

    /** How far the end of the sound is beyond where it must be for the picture, and the beginning of the frame to the clock on the wall. */
    private StreamHealth.Drift drift(Instant began) {
        if (firstFrame == null) {
            firstFrame = began;
        }
        double onAirMillis = Duration.between(firstFrame, began).toNanos() / NANOS_A_MILLI;
        return new StreamHealth.Drift(sound.ahead(index), onAirMillis - index * MILLIS_A_SECOND / format.fps());
    }

    /** Leaves out frames whose time has long passed, in picture and sound alike. */
    void skip(long frames) {
        index += frames;
        counters.dropped(frames);
        sound.skip(index - frames, index);
        keyframeWanted = true;
    }

    private boolean compose(long waitNanos) {
        follower.takeUnseen(fact -> {
            if (unseen.size() < StageFollower.MEASURED_MAX) {
                unseen.add(fact);
            }
        });
        Stage stage = follower.stage();
        Instant now = clock.instant();
        if (follower.hasCaughtUp()) {
            desk.tick(stage, now).ifPresent(host::mood);
        }
        HostPose pose = host.pose(sound.heard(index));
        boolean shown = switcher.show(new Moment(stage, pose, now, index), encoder::paint, waitNanos);
        mixer.tone(switcher.program().equals(Source.BARS));
        return shown;
    }

    /** Puts a line on air. @return when it is over */
    public Instant say(Utterance utterance) {
        long end = host.say(utterance);
        long samples = Math.max(0, end - sound.heard(index));
        return clock.instant().plusNanos(samples * 1_000_000_000L / Speech.SAMPLE_RATE_HZ);
    }

    public void mood(Mood mood) {
        host.mood(mood);
    }

    /**
     * Starts a recording with the next frame.
     *
     * @throws MediaException when the file cannot be written
     */
    public Output record(Path file) {
        Output output = Outputs.recording(file, tracks);
        output.startNow();
        feed.add(output);
        keyframeWanted = true;
        LOG.info("recording to {}", file);
        return output;
    }

    /**
     * Lets a recording go on in another file from the next keyframe on, and completes the first one. Waits for it; not by the thread
     * that makes frames.
     *
     * @throws MediaException when the file cannot be written or no keyframe came; the recording goes on as before
     */
    public Continued next(Output recording, Path file) {
        Output next = Outputs.recording(file, tracks);
        next.startNow();
        keyframeWanted = true;
        Continued continued = Continued.from(recording, next, feed.handOver(recording, next), format.fps());
        LOG.info("the recording goes on in {}", file);
        return continued;
    }

    /** Completes a recording. */
    public void finish(Output recording) {
        recording.close();
        feed.remove(recording);
    }

    /** Lowers the curtain with the next frame; see {@link com.sothebais.api.stream.Curtain}. */
    public Lowered lower() {
        return privacy.lower();
    }

    /** Whether the curtain is down. */
    public boolean isDown() {
        return privacy.isDown();
    }

    /** Whether the curtain is down and no output is connected any more. */
    public boolean isPrivate() {
        return privacy.isDown() && feed.outputs().stream().allMatch(Output::isPrivate);
    }

    /** Adds the live playlist; it tries again by itself when it cannot be written now. */
    public void addHls(Path directory, int segmentSeconds, int segments) {
        Output output = Outputs.hls(directory, segmentSeconds, segments, tracks);
        output.hold(privacy.isDown());
        try {
            if (privacy.isDown()) {
                output.start();
            } else {
                output.startNow();
            }
        } catch (MediaException e) {
            LOG.warn("live playlist: {}; it is tried again", e.getMessage());
            output.start();
        }
        feed.add(output);
    }

    /** Adds a push; it connects by itself, and again whenever the connection is lost. @param certificates PEM file */
    public void addPush(String name, PushUrl url, Path certificates) {
        Output output = Outputs.push(name, url, certificates, tracks);
        output.hold(privacy.isDown());
        output.start();
        feed.add(output);
    }

    /**
     * Begins to watch the pictures; empty when there are {@link Preview#WATCHES_MAX} watchers already. The first picture is the
     * next keyframe.
     */
    public Optional<Preview.Watch> watch() {
        TrackFormat video = tracks.get(Track.VIDEO.ordinal());
        Preview.Format shown = new Preview.Format(video.codec(), format.size(), format.fps());
        Tap tap = new Tap(shown, video.headers(), feed::remove);
        return feed.add(tap) ? Optional.of(tap) : Optional.empty();
    }

    /** How every output is. */
    public List<OutputStatus> outputs() {
        return feed.outputs().stream().map(Output::status).toList();
    }

    /** Lets every output of this name try again now; empty when there is none. */
    public Optional<Retried> retry(String name) {
        return feed.retry(name);
    }

    public StreamHealth health() {
        return new StreamHealth(
                compositor.name(),
                counters.picture(),
                mixer.levels(),
                counters.times(),
                counters.drift(),
                Duration.between(since, clock.instant()),
                outputs());
    }

    /** Why the slate is on air, in words; empty while a renderer draws. */
    public Optional<String> slate() {
        return compositor.trouble();
    }

    /** What is wrong, or was lately, with the encoder, in words. */
    public Optional<String> encoderTrouble() {
        return encoder.trouble();
    }

    /** How many frames were late in the last {@link #LATELY_SECONDS} seconds. */
    public long lateLately() {
        return counters.lateLately();
    }

    /** For how many seconds nothing could be heard although music or a voice should have been. */
    public int missingSeconds() {
        return mixer.missingSeconds();
    }

    /** Completes all outputs and frees the encoders; the thread that makes frames must have ended. Again does nothing. */
    @Override
    public void close() {
        // What is freed twice ends the process.
        if (closed) {
            return;
        }
        closed = true;
        feed.close();
        compositor.close();
        encoder.close();
        sound.close();
        tracks.forEach(TrackFormat::close);
    }
}
