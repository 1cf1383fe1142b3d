package com.sothebais.stream.scene;

import com.sothebais.api.stream.Size;
import java.util.Objects;

/**
 * What is composed for.
 *
 * @param fps frames a second
 */
public record Screen(Size size, int fps) {
    private static final long MILLIS_A_SECOND = 1_000;

    public Screen {
        Objects.requireNonNull(size, "size");
        if (fps < 1) {
            throw new IllegalArgumentException("expected at least one frame a second, got " + fps);
        }
    }

    /** When a frame is shown, in the time of the stream. */
    long millis(long frame) {
        return frame * MILLIS_A_SECOND / fps;
    }
}
