package com.sothebais.web.internal.json;

import com.sothebais.api.stream.ShowControl.Running;
import com.sothebais.api.stream.ShowControl.Status;
import com.sothebais.api.stream.ShowControl.Taken;
import com.sothebais.api.stream.Source;
import java.util.List;

/**
 * What is on program and on preview.
 *
 * @param taken how program came there, null until something was taken
 * @param running the transition on air, null without one
 */
public record ControlJson(String program, String preview, TakeJson taken, RunningJson running, List<String> sources) {

    /**
     * How a source came on program.
     *
     * @param by null when the rundown or the platform took it
     * @param until when it gives way by itself, null otherwise
     */
    public record TakeJson(String at, String by, boolean restored, String until) {}

    /** How far a transition is. */
    public record RunningJson(String kind, int frame, int frames) {}

    public static ControlJson of(Status status) {
        return new ControlJson(
                status.program().name(),
                status.preview().name(),
                status.taken().map(ControlJson::taken).orElse(null),
                status.running().map(ControlJson::running).orElse(null),
                status.sources().stream().map(Source::name).toList());
    }

    private static TakeJson taken(Taken taken) {
        return new TakeJson(
                taken.at().toString(),
                taken.admin().orElse(null),
                taken.restored(),
                taken.until().map(Object::toString).orElse(null));
    }

    private static RunningJson running(Running now) {
        return new RunningJson(now.kind().name(), now.frame(), now.frames());
    }
}
