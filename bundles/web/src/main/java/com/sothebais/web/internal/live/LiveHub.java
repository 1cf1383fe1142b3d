package com.sothebais.web.internal.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands each message to every client's own queue; never waits for one. Messages are published by one thread; clients come and go
 * on any.
 */
final class LiveHub {
    /** Messages kept for clients that come back. */
    static final int RECENT_MAX = 256;

    private final int viewersMax;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final Deque<Frame> recent = new ArrayDeque<>();
    /** Volatile and not guarded: viewers ask for it under their own locks, which come after ours. */
    private volatile Optional<Frame> snapshot = Optional.empty();

    LiveHub(int viewersMax) {
        this.viewersMax = viewersMax;
    }

    /**
     * Lets a client in. It gets what it missed as far as that is still known, then the newest state, then everything new.
     *
     * @param lastPosition of the last message it has; empty for a newcomer
     * @param wake called when there is something to send; must not block
     * @return empty when the house is full
     */
    synchronized Optional<Viewer> join(OptionalLong lastPosition, Runnable wake) {
        if (viewers.size() >= viewersMax) {
            return Optional.empty();
        }
        Viewer viewer = new Viewer(() -> snapshot, wake);
        lastPosition.ifPresent(last -> missed(last).forEach(viewer::offer));
        snapshot.ifPresent(viewer::offer);
        viewers.add(viewer);
        return Optional.of(viewer);
    }

    void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    int viewers() {
        return viewers.size();
    }

    /** Sends messages that have a place in the log, in order, and keeps them for clients that come back. */
    synchronized void publish(List<Frame> frames) {
        for (Frame frame : frames) {
            if (recent.size() == RECENT_MAX) {
                recent.remove();
            }
            recent.add(frame);
            viewers.forEach(viewer -> viewer.offer(frame));
        }
    }

    /** Replaces the newest state and sends it. */
    synchronized void snapshot(Frame frame) {
        snapshot = Optional.of(frame);
        viewers.forEach(viewer -> viewer.offer(frame));
    }

    /** Sends something that newcomers need not have. */
    void broadcast(Frame frame) {
        viewers.forEach(viewer -> viewer.offer(frame));
    }

    /** Never more than a queue holds together with the snapshot that follows: the newest. */
    private List<Frame> missed(long last) {
        List<Frame> behind =
                recent.stream().filter(frame -> frame.position() > last).toList();
        return behind.subList(Math.max(0, behind.size() - Viewer.QUEUE_MAX / 2), behind.size());
    }
}
