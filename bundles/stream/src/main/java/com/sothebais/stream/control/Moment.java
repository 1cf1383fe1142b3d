package com.sothebais.stream.control;

import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.Stage;
import java.time.Instant;

/**
 * All that a frame is made of.
 *
 * @param index of the video frame
 */
public record Moment(Stage stage, HostPose host, Instant now, long index) {}
