package com.sothebais.stream.scene;

import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.layout.Layout;
import com.sothebais.stream.layout.Layouts;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Composes the scene of an instant from the state of the show and the host, in the layout that is on air. Equal arguments give
 * equal scenes, and what does not change keeps its element, so that little has to be drawn. Thread-safe.
 */
public final class SceneComposer {
    private final Size size;
    private final Layouts layouts;
    private final Venue venue;
    private State state;
    private Composition composition;

    public SceneComposer(Size size, Layouts layouts, Venue venue) {
        this.size = Objects.requireNonNull(size, "size");
        this.layouts = Objects.requireNonNull(layouts, "layouts");
        this.venue = Objects.requireNonNull(venue, "venue");
        this.state = new State(Stage.EMPTY, Optional.empty(), Instant.EPOCH, venue);
        this.composition = new Composition(layouts.current(state.campaign()), size);
    }

    /** @param frame index of the video frame; moves the ticker */
    public synchronized Scene compose(Stage stage, HostPose host, Instant now, long frame) {
        if (!state.holds(stage, host.caption(), now)) {
            state = new State(stage, host.caption(), now, venue);
        }
        Layout layout = layouts.current(state.campaign());
        if (layout != composition.layout()) {
            composition = new Composition(layout, size);
        }
        try {
            return composition.scene(state, host.figure(), frame);
        } catch (RuntimeException e) {
            // Whatever a layout leads to that nobody foresaw: the picture goes on in the layout that is known to work.
            composition = new Composition(layouts.failed(layout, e), size);
            return composition.scene(state, host.figure(), frame);
        }
    }
}
