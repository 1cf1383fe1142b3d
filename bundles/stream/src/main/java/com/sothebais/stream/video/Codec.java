package com.sothebais.stream.video;

import java.util.Map;

/** The H.264 encoders that a stream can be made with. */
public enum Codec {
    /** On the processor; always there. */
    X264("libx264"),
    /** On a graphics card by Nvidia. */
    NVENC("h264_nvenc");

    // Below this quantiser nobody sees a difference; without it a quiet scene is padded with useless bits.
    static final int X264_QUANTISER_MIN = 14;

    private final String library;

    Codec(String library) {
        this.library = library;
    }

    /** FFmpeg's name of it. */
    public String library() {
        return library;
    }

    /** Whether it can be told what has changed in a picture. */
    boolean takesHints() {
        return this == X264;
    }

    /** Settings for pictures that leave at once, with no picture that needs a later one. */
    Map<String, String> options(VideoFormat format) {
        return switch (this) {
            case X264 ->
                Map.of(
                        "preset",
                        format.preset(),
                        "tune",
                        "zerolatency",
                        "forced-idr",
                        "1",
                        "mb_info",
                        "1",
                        "qmin",
                        Integer.toString(X264_QUANTISER_MIN));
            case NVENC ->
                Map.of(
                        "preset",
                        "p4",
                        "tune",
                        "ull",
                        "profile",
                        "high",
                        "rc",
                        "cbr",
                        "zerolatency",
                        "1",
                        "delay",
                        "0",
                        "forced-idr",
                        "1");
        };
    }
}
