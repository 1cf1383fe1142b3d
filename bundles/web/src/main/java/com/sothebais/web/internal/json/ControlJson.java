package com.sothebais.web.internal.json;

import com.sothebais.api.stream.ShowControl.Running;
import com.sothebais.api.stream.ShowControl.Status;
import com.sothebais.api.stream.Source;
import java.util.List;

/** What is on program and on preview. @param running the transition on air, null without one */
public record ControlJson(String program, String preview, RunningJson running, List<String> sources) {

    /** How far a transition is. */
    public record RunningJson(String kind, int frame, int frames) {}

    public static ControlJson of(Status status) {
        return new ControlJson(
                status.program().name(),
                status.preview().name(),
                status.running().map(ControlJson::running).orElse(null),
                status.sources().stream().map(Source::name).toList());
    }

    private static RunningJson running(Running now) {
        return new RunningJson(now.kind().name(), now.frame(), now.frames());
    }
}
