package com.sothebais.stream.transition;

/** One way from a picture to the next. Pixels are 0xFFRRGGBB, row by row. Used by one thread. */
public interface Effect {

    /**
     * Mixes one frame.
     *
     * @param from the picture before; not looked at by an effect that covers the change
     * @param step 1 for the first mixed frame to {@code steps} for the last
     */
    void mix(Pictures pictures, int step, int steps);

    /**
     * The step from which on the new picture is drawn. An effect that begins with it mixes the picture before, which is kept for
     * that; one that changes later covers the change and shows what is drawn at each moment.
     */
    default int switchStep(int steps) {
        return 1;
    }

    /** Whether the picture before must be kept. */
    default boolean keepsBefore() {
        return true;
    }

    /** @param to the picture that is drawn now @param out takes the mixed one */
    record Pictures(int[] from, int[] to, int[] out) {}
}
