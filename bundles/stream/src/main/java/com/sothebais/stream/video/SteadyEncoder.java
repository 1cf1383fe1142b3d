package com.sothebais.stream.video;

import com.sothebais.api.stream.Area;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.TrackFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encoder of a broadcast, opened again whenever it fails: at once, then every {@link #REOPEN_PAUSE}. The same settings give
 * the same stream description, so every output goes on with the keyframe that comes next, on the connection that it has. Used by
 * one thread, except {@link #trouble}.
 */
public final class SteadyEncoder implements AutoCloseable {

    /** From one attempt to open it to the next. */
    static final Duration REOPEN_PAUSE = Duration.ofSeconds(1);

    /** How long a failure is told after the stream goes on, so that a person has time to see it. */
    static final Duration TOLD_FOR = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(SteadyEncoder.class);

    private final EncoderFactory factory;
    private final String name;
    private Optional<VideoEncoder> encoder;
    // A fresh encoder holds no picture yet, and nothing must be sent that nobody has painted.
    private boolean blank = true;
    private long attemptNanos = System.nanoTime();
    private volatile Optional<Failure> failure = Optional.empty();

    private record Failure(String text, long nanos, boolean over) {}

    /** Opens the encoder. @throws MediaException when there is none to begin with */
    public SteadyEncoder(EncoderFactory factory) {
        this.factory = factory;
        VideoEncoder opened = factory.open();
        this.encoder = Optional.of(opened);
        this.name = opened.name();
    }

    /** FFmpeg's name of the encoder. */
    public String name() {
        return name;
    }

    /** What outputs must know of this track; the caller closes it. To be asked for before the first frame. */
    public TrackFormat track() {
        return encoder.orElseThrow().track();
    }

    /**
     * Opens the encoder again if it failed and its time has come.
     *
     * @return whether it is a new one, whose picture has to be painted whole
     */
    public boolean revive() {
        if (encoder.isPresent() || System.nanoTime() - attemptNanos < 0) {
            return false;
        }
        attemptNanos = System.nanoTime() + REOPEN_PAUSE.toNanos();
        try {
            encoder = Optional.of(factory.open());
        } catch (MediaException e) {
            failure = Optional.of(new Failure("cannot be opened again: " + e.getMessage(), System.nanoTime(), false));
            return false;
        }
        blank = true;
        LOG.warn("the video encoder is open again");
        failure = failure.map(was -> new Failure(was.text(), System.nanoTime(), true));
        return true;
    }

    /** Takes over the changed rectangles of a picture, as {@link VideoEncoder#paint}; nothing without an encoder. */
    public void paint(int[] pixels, List<Area> areas) {
        if (encoder.isEmpty()) {
            return;
        }
        try {
            encoder.get().paint(pixels, areas);
            blank = false;
        } catch (MediaException e) {
            fail(e, "a picture");
        }
    }

    /** Encodes the picture as it is now; empty while there is no encoder or nothing was painted yet. */
    public Optional<Packet> encode(long index, boolean asKeyframe) {
        if (encoder.isEmpty() || blank) {
            return Optional.empty();
        }
        try {
            return encoder.get().encode(index, asKeyframe);
        } catch (MediaException e) {
            fail(e, "frame " + index);
            return Optional.empty();
        }
    }

    private void fail(MediaException reason, String at) {
        LOG.error("the video encoder {} failed at {} and is opened again", name, at, reason);
        failure = Optional.of(new Failure(
                "failed at " + at + " and is opened again: " + reason.getMessage(), System.nanoTime(), false));
        encoder.ifPresent(VideoEncoder::close);
        encoder = Optional.empty();
    }

    /** Why there is, or was within the last minute, no encoder; empty when all is well. */
    public Optional<String> trouble() {
        return failure.filter(was -> !was.over() || System.nanoTime() - was.nanos() < TOLD_FOR.toNanos())
                .map(was -> "the video encoder " + name + " " + was.text());
    }

    @Override
    public void close() {
        encoder.ifPresent(VideoEncoder::close);
        encoder = Optional.empty();
    }
}
