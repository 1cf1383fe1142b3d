package com.sothebais.stream.control;

import com.sothebais.api.stream.Scene;
import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.Stage;
import java.time.Instant;

/** A source at work: what it shows in each frame. Thread-safe. */
@FunctionalInterface
public interface Scenes {
    /** @param frame index of the video frame */
    Scene compose(Stage stage, HostPose host, Instant now, long frame);
}
