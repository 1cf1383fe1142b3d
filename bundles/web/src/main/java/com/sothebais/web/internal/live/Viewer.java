package com.sothebais.web.internal.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What still has to be sent to one client. Bounded: a client that is too slow loses what waits and continues with a fresh
 * snapshot, which contains the newest bids anyway. Thread-safe.
 */
final class Viewer {
    /** Most messages that wait for one client. */
    static final int QUEUE_MAX = 64;

    private final Supplier<Optional<Frame>> snapshot;
    private final Runnable wake;
    private final Deque<Frame> queue = new ArrayDeque<>();
    private boolean skipped;

    /**
     * @param snapshot the newest state of the show
     * @param wake called after a message was offered; must not block
     */
    Viewer(Supplier<Optional<Frame>> snapshot, Runnable wake) {
        this.snapshot = snapshot;
        this.wake = wake;
    }

    void offer(Frame frame) {
        add(frame);
        wake.run();
    }

    private synchronized void add(Frame frame) {
        if (skipped) {
            return;
        }
        if (frame.kind().replaceable()) {
            queue.removeIf(waiting -> waiting.kind() == frame.kind());
        }
        if (queue.size() == QUEUE_MAX) {
            queue.clear();
            skipped = true;
        } else {
            queue.add(frame);
        }
    }

    /** The next message to send, if one waits. */
    synchronized Optional<Frame> next() {
        if (skipped) {
            skipped = false;
            return snapshot.get();
        }
        return Optional.ofNullable(queue.poll());
    }
}
