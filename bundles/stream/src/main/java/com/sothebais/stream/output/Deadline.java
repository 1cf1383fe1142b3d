package com.sothebais.stream.output;

import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Tells native code that waits for a network to give up: it passes the address of a word that holds the deadline, in nanoseconds
 * since {@link #ORIGIN}; 0 means none. One instance serves every output, because each is a slot of native code.
 */
final class Deadline extends AVIOInterruptCB.Callback_Pointer {
    static final long ORIGIN = System.nanoTime() - 1;
    static final Deadline CALLBACK = new Deadline();

    private static final int GO_ON = 0;
    private static final int GIVE_UP = 1;

    private Deadline() {}

    @Override
    public int call(Pointer word) {
        long deadline = new LongPointer(word).get();
        return deadline != 0 && System.nanoTime() - ORIGIN > deadline ? GIVE_UP : GO_ON;
    }
}
