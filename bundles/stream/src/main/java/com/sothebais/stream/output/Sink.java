package com.sothebais.stream.output;

import com.sothebais.stream.media.Packet;

/** A file or connection that takes packets. Used by one thread, except {@link #interrupt}. */
public interface Sink {

    /**
     * Opens it; called again after {@link #close} for a new attempt.
     *
     * @throws com.sothebais.stream.media.MediaException when that is not possible
     */
    void open();

    /**
     * Writes a packet; the first is a key picture, and each track comes in order of time; sound may be up to a frame behind.
     *
     * @throws com.sothebais.stream.media.MediaException when it was not taken; the sink is then only to be closed
     */
    void write(Packet packet);

    /** Completes and closes what was opened, if anything; throws like {@link #write} when that fails, but everything is free then. */
    void close();

    /** Makes every call that waits for the network return within about a second from now on; from any thread. */
    void interrupt();
}
