package com.sothebais.web.internal.json;

import com.sothebais.api.health.Latency;
import com.sothebais.api.stream.StreamHealth;
import java.util.List;

/** How the stream is. @param compose time of a frame from state to pixels @param encode in the encoder */
public record StreamJson(
        String renderer,
        StreamHealth.Picture picture,
        StreamHealth.Sound sound,
        Latency stateToFrame,
        Latency postToFrame,
        Latency compose,
        Latency encode,
        StreamHealth.Drift drift,
        long upForMillis,
        List<OutputStatusJson> outputs,
        String hls) {

    public static StreamJson of(StreamHealth health) {
        return new StreamJson(
                health.renderer(),
                health.picture(),
                health.sound(),
                health.stateToFrame(),
                health.postToFrame(),
                health.times().compose().latency(),
                health.times().encode().latency(),
                health.drift(),
                health.upFor().toMillis(),
                health.outputs().stream().map(OutputStatusJson::of).toList(),
                "/hls/live.m3u8");
    }
}
