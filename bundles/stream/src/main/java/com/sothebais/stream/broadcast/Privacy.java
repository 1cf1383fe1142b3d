package com.sothebais.stream.broadcast;

import com.sothebais.api.stream.Curtain.Lowered;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides frame by frame whether the feed may leave the machine. It must not while a rehearsal is on stage or somebody has lowered
 * the curtain, and for {@link #CLEAR_SECONDS} after the last picture or word of a rehearsal. What is on stage comes from the log, so
 * the decision survives a kill. {@link #frame} is for one thread, the rest is thread-safe.
 */
final class Privacy {

    /** So long nothing of a rehearsal must have been shown or said before the outputs return. */
    static final int CLEAR_SECONDS = 5;

    private final AtomicInteger lowered = new AtomicInteger();
    private final int clearFrames;
    private int clear;
    private volatile boolean down;

    Privacy(int fps) {
        this.clearFrames = fps * CLEAR_SECONDS;
        this.clear = clearFrames;
    }

    /** Lowers the curtain with the next frame. */
    Lowered lower() {
        lowered.incrementAndGet();
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                lowered.decrementAndGet();
            }
        };
    }

    /** Whether the newest frame was kept private, or the next will be. */
    boolean isDown() {
        return down || lowered.get() > 0;
    }

    /**
     * Whether this frame is private.
     *
     * @param rehearsal whether a rehearsal is on stage
     * @param composed whether the picture shows what is on stage
     * @param speaking whether the host says something, which may be of the rehearsal still
     */
    boolean frame(boolean rehearsal, boolean composed, boolean speaking) {
        if (rehearsal) {
            clear = 0;
        } else if (clear < clearFrames) {
            // A picture that is late is the one before, so the first one that is not the rehearsal's begins the
            // unbroken quiet.
            boolean begun = composed || clear > 0;
            clear = speaking || !begun ? 0 : clear + 1;
        }
        down = clear < clearFrames || lowered.get() > 0;
        return down;
    }
}
