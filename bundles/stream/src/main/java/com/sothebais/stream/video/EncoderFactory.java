package com.sothebais.stream.video;

/** Opens the encoder of a broadcast: at its start, and again whenever it failed. */
@FunctionalInterface
public interface EncoderFactory {

    /**
     * Opens an encoder; always with the same settings, so that its stream goes on where the one before ended.
     *
     * @throws com.sothebais.stream.media.MediaException when it cannot be opened
     */
    VideoEncoder open();
}
