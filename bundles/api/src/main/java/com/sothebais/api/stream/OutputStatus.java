package com.sothebais.api.stream;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How one output is. No part of it ever shows a stream key.
 *
 * @param name unique among the outputs of the moment but for recordings, for example {@code rtmp}, {@code hls}, {@code recording}
 * @param target where it goes, without secrets
 * @param failure why it is not up, in words; empty while all is well
 * @param nextAttempt when it tries again, UTC; only while {@link State#WAITING}
 */
public record OutputStatus(
        String name,
        String target,
        State state,
        Optional<String> failure,
        Optional<Instant> nextAttempt,
        Traffic traffic) {
    public OutputStatus {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(nextAttempt, "nextAttempt");
        Objects.requireNonNull(traffic, "traffic");
    }

    /** What an output is doing. */
    public enum State {
        /** It opens its connection or file. */
        CONNECTING,
        /** It takes packets. */
        UP,
        /** An attempt failed; the next one is at a known time. */
        WAITING,
        /** It failed and does not try again. */
        FAILED
    }

    /**
     * Counted since the output was added.
     *
     * @param queued packets waiting to be written
     * @param queueMax most packets that wait; what comes then is dropped up to the next keyframe
     * @param bytes written
     * @param droppedPackets given up because the queue was full
     * @param reconnects how often it came up again after it had been up
     */
    public record Traffic(int queued, int queueMax, long bytes, long droppedPackets, long reconnects) {}
}
