package com.sothebais.stream.scene;

import com.sothebais.api.stream.Scene;
import com.sothebais.stream.layout.Layout;
import com.sothebais.stream.layout.Layouts;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Composes the scene of an instant from the state of the show and the host, in the layout that is on air. Equal arguments give
 * scenes that say the same, in which only the movement over a picture depends on when the picture came on. What does not change
 * keeps its element, so that little has to be drawn. Thread-safe.
 */
public final class SceneComposer {
    private final Screen screen;
    private final Layouts layouts;
    private final Venue venue;
    private final Playing playing;
    private State state;
    private Composition composition;

    /** @param playing knows which picture of an asset is due */
    public SceneComposer(Screen screen, Layouts layouts, Venue venue, Playing playing) {
        this.screen = Objects.requireNonNull(screen, "screen");
        this.playing = Objects.requireNonNull(playing, "playing");
        this.layouts = Objects.requireNonNull(layouts, "layouts");
        this.venue = Objects.requireNonNull(venue, "venue");
        this.state = new State(Stage.EMPTY, Optional.empty(), Instant.EPOCH, venue);
        this.composition = new Composition(layouts.current(state.campaign()), screen, playing);
    }

    /** @param frame index of the video frame, by which everything moves */
    public synchronized Scene compose(Stage stage, HostPose host, Instant now, long frame) {
        if (!state.holds(stage, host.caption(), now)) {
            state = new State(stage, host.caption(), now, venue);
        }
        Layout layout = layouts.current(state.campaign());
        if (layout != composition.layout()) {
            composition = new Composition(layout, screen, playing);
        }
        try {
            return composition.scene(state, host.figure(), frame);
        } catch (RuntimeException e) {
            // Whatever a layout leads to that nobody foresaw: the picture goes on in the layout that is known to work.
            composition = new Composition(layouts.failed(layout, e), screen, playing);
            return composition.scene(state, host.figure(), frame);
        }
    }
}
