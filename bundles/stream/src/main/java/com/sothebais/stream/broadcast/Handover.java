package com.sothebais.stream.broadcast;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import com.sothebais.stream.output.Output;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One output taking over from another at a keyframe, so that each packet goes to exactly one of them: pictures from the keyframe on
 * to the new one, sound that is earlier than it, which may come a frame behind, still to the old one. Packets come from one thread.
 */
final class Handover {

    /** How long a keyframe may take: each is at most some seconds behind the one before, and one is asked for. */
    static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private enum State {
        WAITING,
        /** Pictures go to the new one, sound of before may still come. */
        SPLIT,
        OVER,
        GIVEN_UP
    }

    private final List<Output> outputs;
    private final Output from;
    private final Output to;
    private final int fps;
    private final CountDownLatch over = new CountDownLatch(1);
    private State state = State.WAITING;
    private long border;

    /** @param outputs those that packets are offered to; must allow changes while it is read */
    Handover(List<Output> outputs, Output from, Output to, int fps) {
        this.outputs = outputs;
        this.from = from;
        this.to = to;
        this.fps = fps;
    }

    /** Looks at each packet before it is offered. */
    synchronized void next(Packet packet) {
        boolean keyframe = packet.track() == Track.VIDEO && packet.key();
        if (state == State.WAITING && keyframe && to.status().state() == OutputStatus.State.UP) {
            border = packet.timestamp();
            outputs.add(to);
            state = State.SPLIT;
        } else if (state == State.SPLIT && (keyframe || packet.track() == Track.AUDIO && !isBefore(packet))) {
            finish();
        }
    }

    /** Whether an output is to have the packet. */
    synchronized boolean allows(Output output, Packet packet) {
        if (state != State.SPLIT || output != from && output != to) {
            return true;
        }
        boolean before = packet.track() == Track.AUDIO && isBefore(packet);
        return before == (output == from);
    }

    private boolean isBefore(Packet sound) {
        return sound.timestamp() * fps < border * Speech.SAMPLE_RATE_HZ;
    }

    private void finish() {
        outputs.remove(from);
        state = State.OVER;
        over.countDown();
    }

    /**
     * Waits until the old output has everything that is its own.
     *
     * @return the timestamp of the first picture of the new one; empty when no keyframe came in time, and nothing was changed
     */
    OptionalLong await() {
        try {
            if (!over.await(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                giveUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp();
        }
        return border();
    }

    private synchronized OptionalLong border() {
        return state == State.OVER ? OptionalLong.of(border) : OptionalLong.empty();
    }

    /** Once the pictures go to the new output there is no way back, and sound that is late is not waited for any more. */
    private synchronized void giveUp() {
        if (state == State.SPLIT) {
            finish();
        } else if (state == State.WAITING) {
            state = State.GIVEN_UP;
        }
    }
}
