package com.sothebais.web.internal.json;

import com.sothebais.api.health.Latency;
import com.sothebais.api.stream.StreamHealth;
import java.util.List;

/** How the stream is. */
public record StreamJson(
        String renderer,
        StreamHealth.Picture picture,
        StreamHealth.Sound sound,
        Latency stateToFrame,
        Latency postToFrame,
        long upForMillis,
        List<OutputJson> outputs,
        String hls) {

    /** @param state {@code RUNNING}, {@code CONNECTING} or {@code FAILED} */
    public record OutputJson(String name, String target, String state, int queued, long bytes, long droppedPackets) {}

    public static StreamJson of(StreamHealth health) {
        return new StreamJson(
                health.renderer(),
                health.picture(),
                health.sound(),
                health.stateToFrame(),
                health.postToFrame(),
                health.upFor().toMillis(),
                health.outputs().stream()
                        .map(output -> new OutputJson(
                                output.name(),
                                output.target(),
                                output.state().name(),
                                output.queued(),
                                output.bytes(),
                                output.droppedPackets()))
                        .toList(),
                "/hls/live.m3u8");
    }
}
