package com.sothebais.stream.internal;

import com.sothebais.stream.broadcast.Broadcast;
import com.sothebais.stream.broadcast.FrameClock;

/** A running broadcast with its clock. */
record OnAir(Broadcast broadcast, FrameClock clock) implements AutoCloseable {

    /** Stops the clock first; native memory that a hanging frame still uses is rather lost than freed under it. */
    @Override
    public void close() {
        clock.close();
        if (clock.isStopped()) {
            broadcast.close();
        }
    }
}
