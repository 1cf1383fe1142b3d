package com.sothebais.stream.broadcast;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.Preview;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Tap;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Puts the packets of both tracks into the order of their time, as far as they are there with their picture, and hands them to every
 * output. Packets come from one thread; outputs come and go from any.
 */
final class Feed {

    /** Sound packets held until their picture; far more than one frame has. */
    static final int HELD_MAX = 64;

    private final List<Output> outputs = new CopyOnWriteArrayList<>();
    private final List<Tap> taps = new CopyOnWriteArrayList<>();
    private final List<Handover> handovers = new CopyOnWriteArrayList<>();
    private final Deque<Packet> held = new ArrayDeque<>();
    private final int fps;
    private long bytes;
    private volatile boolean down;
    /** Whether the outputs are held or on their way back; what they miss then is not lost. */
    private boolean away;

    Feed(int fps) {
        this.fps = fps;
    }

    void add(Output output) {
        outputs.add(output);
    }

    void remove(Output output) {
        outputs.remove(output);
    }

    /** Lets every output of this name try again now; empty when there is none. */
    Optional<Retried> retry(String name) {
        List<Output> named =
                outputs.stream().filter(output -> output.name().equals(name)).toList();
        boolean broughtForward = false;
        for (Output output : named) {
            broughtForward |= output.retryNow();
        }
        boolean any = broughtForward;
        return named.stream().findFirst().map(output -> new Retried(output.status(), any));
    }

    /**
     * Lets an output take over from another at the next keyframe, and waits for it, {@link Handover#WAIT_MAX} at most. Not by the
     * thread that sends.
     *
     * @return the timestamp of the first picture of the new one; empty when no keyframe came, and the old one goes on
     */
    OptionalLong handOver(Output from, Output to) {
        Handover handover = new Handover(outputs, from, to, fps);
        handovers.add(handover);
        try {
            return handover.await();
        } finally {
            handovers.remove(handover);
        }
    }

    /** Whether what follows stays on this machine; called with each frame, before anything of it is sent. */
    void hold(boolean now) {
        down = now;
        away |= now;
        outputs.forEach(output -> output.hold(now));
    }

    List<Output> outputs() {
        return List.copyOf(outputs);
    }

    /** Sound waits for its picture. */
    void sound(Packet packet) {
        held.add(packet);
        if (held.size() > HELD_MAX) {
            send(held.poll());
        }
    }

    /**
     * Sends a picture, and before it all sound that is not later.
     *
     * @param composed when its composition began
     * @return whether any output took the picture; true without outputs
     */
    boolean picture(Packet packet, Instant composed) {
        while (!held.isEmpty() && held.peek().timestamp() * fps <= packet.timestamp() * Speech.SAMPLE_RATE_HZ) {
            send(held.poll());
        }
        taps.forEach(tap -> tap.offer(packet, composed));
        return send(packet);
    }

    /** Adds a watcher of the pictures; false when there are as many as may be. */
    synchronized boolean add(Tap tap) {
        return taps.size() < Preview.WATCHES_MAX && taps.add(tap);
    }

    void remove(Tap tap) {
        taps.remove(tap);
    }

    /** Bytes since the last call. */
    long takeBytes() {
        long taken = bytes;
        bytes = 0;
        return taken;
    }

    void close() {
        // All at once, because each may wait some seconds for its other side.
        outputs.forEach(Output::stop);
        outputs.forEach(Output::close);
        outputs.clear();
        taps.forEach(Tap::end);
        taps.clear();
    }

    private boolean send(Packet packet) {
        bytes += packet.data().length;
        boolean taken = false;
        handovers.forEach(handover -> handover.next(packet));
        for (Output output : outputs) {
            taken |= isFor(output, packet) && output.offer(packet);
        }
        boolean wasAway = away;
        away = down || away && !taken;
        return taken || wasAway || outputs.isEmpty();
    }

    private boolean isFor(Output output, Packet packet) {
        for (Handover handover : handovers) {
            if (!handover.allows(output, packet)) {
                return false;
            }
        }
        return true;
    }
}
