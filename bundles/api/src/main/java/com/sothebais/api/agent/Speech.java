package com.sothebais.api.agent;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Spoken sound with the times of its mouth shapes.
 *
 * @param samples mono, {@link #SAMPLE_RATE_HZ}, -1 to 1; not to be changed after construction
 * @param mouth shapes in order of time; the last ends with the sound
 */
public record Speech(float[] samples, List<MouthCue> mouth) {

    /** Sample rate of every speech. */
    public static final int SAMPLE_RATE_HZ = 48_000;

    /** Shapes a drawn mouth can take, coarse enough for any character. */
    public enum Mouth {
        CLOSED,
        SMALL,
        OPEN,
        WIDE,
        ROUND,
        TEETH
    }

    /** @param end when the shape ends, from the start of the speech */
    public record MouthCue(Duration end, Mouth mouth) {}

    public Speech {
        Objects.requireNonNull(samples, "samples");
        mouth = List.copyOf(mouth);
    }

    public Duration length() {
        return Duration.ofNanos(samples.length * 1_000_000_000L / SAMPLE_RATE_HZ);
    }
}
