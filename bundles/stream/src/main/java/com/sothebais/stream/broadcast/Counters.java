package com.sothebais.stream.broadcast;

import com.sothebais.api.health.LatencyRecorder;
import com.sothebais.api.stream.StreamHealth.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Counts frames, bits and delays. Written by the frame thread, read by any. */
final class Counters {
    private static final int BITS_A_BYTE = 8;

    private final LatencyRecorder stateToFrame = new LatencyRecorder();
    private final LatencyRecorder postToFrame = new LatencyRecorder();
    private final String encoder;
    private volatile Picture picture;
    private long secondStart = System.nanoTime();
    private long frames;
    private long late;
    private long dropped;
    private long framesAtStart;
    private long bytes;
    private double fps;
    private int kbps;

    Counters(String encoder) {
        this.encoder = encoder;
        this.picture = new Picture(0, 0, 0, 0, 0, encoder);
    }

    LatencyRecorder stateToFrame() {
        return stateToFrame;
    }

    LatencyRecorder postToFrame() {
        return postToFrame;
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
        }
        picture = new Picture(frames, late, dropped, fps, kbps, encoder);
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
