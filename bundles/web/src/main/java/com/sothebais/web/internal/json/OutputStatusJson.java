package com.sothebais.web.internal.json;

import com.sothebais.api.stream.OutputStatus;

/** How one output of the stream is. */
public record OutputStatusJson(
        String name, String target, String state, String failure, String nextAttempt, TrafficJson traffic) {

    /** Counted since the output was added. */
    public record TrafficJson(int queued, int queueMax, long bytes, long droppedPackets, long reconnects) {}

    public static OutputStatusJson of(OutputStatus status) {
        OutputStatus.Traffic traffic = status.traffic();
        return new OutputStatusJson(
                status.name(),
                status.target(),
                status.state().name(),
                status.failure().orElse(null),
                status.nextAttempt().map(Object::toString).orElse(null),
                new TrafficJson(
                        traffic.queued(),
                        traffic.queueMax(),
                        traffic.bytes(),
                        traffic.droppedPackets(),
                        traffic.reconnects()));
    }
}
