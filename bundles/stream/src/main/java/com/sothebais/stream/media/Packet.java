package com.sothebais.stream.media;

/**
 * Encoded picture or sound, on the Java heap so that any number of outputs can share it without counting references.
 *
 * @param timestamp when it is shown, in units of the track's rate; decoding order equals showing order
 * @param duration in the same units
 * @param key whether a decoder can start here
 * @param data not to be changed
 */
public record Packet(Track track, long timestamp, int duration, boolean key, byte[] data) {

    /** The two tracks of a feed, numbered as in every output. */
    public enum Track {
        VIDEO,
        AUDIO
    }
}
