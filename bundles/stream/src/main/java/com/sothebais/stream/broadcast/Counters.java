package com.sothebais.stream.broadcast;

import com.sothebais.api.health.LatencyRecorder;
import com.sothebais.api.stream.StreamHealth.Drift;
import com.sothebais.api.stream.StreamHealth.Picture;
import com.sothebais.api.stream.StreamHealth.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Counts frames, bits and delays. Written by the frame thread, read by any. */
final class Counters {
    /** Over how many seconds {@link #lateLately} counts. */
    static final int LATELY_SECONDS = 10;

    private static final int BITS_A_BYTE = 8;
    private static final double NANOS_A_MILLI = 1e6;

    private final LatencyRecorder stateToFrame = new LatencyRecorder();
    private final LatencyRecorder postToFrame = new LatencyRecorder();
    private final String encoder;
    private volatile Picture picture;
    private final LatencyRecorder compose = new LatencyRecorder();
    private final LatencyRecorder encode = new LatencyRecorder();
    private final long[] lateBySecond = new long[LATELY_SECONDS];
    private volatile long lateLately;
    private volatile Drift drift = Drift.NONE;
    private long secondStart = System.nanoTime();
    private long frames;
    private long late;
    private long lateAtStart;
    private int second;
    private long dropped;
    private long framesAtStart;
    private long bytes;
    private double fps;
    private int kbps;

    Counters(String encoder) {
        this.encoder = encoder;
        this.picture = new Picture(0, 0, 0, 0, 0, encoder);
    }

    Times times() {
        return new Times(
                stateToFrame.distribution(), postToFrame.distribution(), compose.distribution(), encode.distribution());
    }

    void composed(long nanos) {
        compose.record(nanos / NANOS_A_MILLI);
    }

    void encoded(long nanos) {
        encode.record(nanos / NANOS_A_MILLI);
    }

    Drift drift() {
        return drift;
    }

    void drift(Drift now) {
        drift = now;
    }

    /** Late frames of the last {@link #LATELY_SECONDS} full seconds. */
    long lateLately() {
        return lateLately;
    }

    /** The first frame that shows the fact has been encoded. */
    void shown(StageFollower.Unseen fact, Instant now) {
        stateToFrame.record(millis(fact.at(), now));
        fact.posted().ifPresent(posted -> postToFrame.record(millis(posted, now)));
    }

    Picture picture() {
        return picture;
    }

    void late() {
        late++;
    }

    void dropped(long count) {
        dropped += count;
    }

    void frame(long sentBytes) {
        frames++;
        bytes += sentBytes;
        long now = System.nanoTime();
        long elapsed = now - secondStart;
        if (elapsed >= TimeUnit.SECONDS.toNanos(1)) {
            double seconds = elapsed / 1e9;
            fps = Math.round((frames - framesAtStart) / seconds * 10) / 10.0;
            kbps = (int) (bytes * BITS_A_BYTE / seconds / 1_000);
            secondStart = now;
            framesAtStart = frames;
            bytes = 0;
            lateBySecond[second] = late - lateAtStart;
            lateAtStart = late;
            second = (second + 1) % LATELY_SECONDS;
            lateLately = LongStream.of(lateBySecond).sum();
        }
        picture = new Picture(frames, late, dropped, fps, kbps, encoder);
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS_A_MILLI;
    }
}
