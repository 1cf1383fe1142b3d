package com.sothebais.stream.scene;

import com.sothebais.api.stream.Content.Figure;
import java.util.Objects;
import java.util.Optional;

/** The host at one instant: how it looks and what it says. */
public record HostPose(Figure figure, Optional<Caption> caption) {
    public HostPose {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(caption, "caption");
    }

    /** A spoken line as viewers read it. */
    public record Caption(String speaker, String text) {}
}
