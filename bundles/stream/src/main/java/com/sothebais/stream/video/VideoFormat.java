package com.sothebais.stream.video;

import com.sothebais.api.stream.Size;
import java.util.Objects;

/**
 * How pictures are encoded.
 *
 * @param fps frames a second
 * @param keyframeFrames most frames from one keyframe to the next
 * @param preset x264's trade of time for quality, for example {@code superfast}
 * @param threads of the encoder; more than one cuts each picture into slices
 */
public record VideoFormat(Size size, int fps, int kbps, int keyframeFrames, String preset, int threads) {
    public VideoFormat {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(preset, "preset");
        if (fps < 1 || kbps < 1 || keyframeFrames < 1 || threads < 1) {
            throw new IllegalArgumentException("expected positive rates and counts");
        }
    }
}
