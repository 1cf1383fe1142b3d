package com.sothebais.web.internal.metrics;

import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.api.stream.OutputStatus.Traffic;
import com.sothebais.api.stream.StreamHealth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of the stream. */
final class StreamMetrics {
    private static final double MILLIS_A_SECOND = 1e3;
    private static final double BYTES_A_KILOBIT = 125;

    private StreamMetrics() {}

    static void write(StreamHealth health, Exposition to) {
        to.add(Family.STREAM_ON_AIR, health.upFor().toMillis() / MILLIS_A_SECOND);
        to.add(Family.STREAM_RENDERER, 1, health.renderer());
        StreamHealth.Picture picture = health.picture();
        to.add(Family.STREAM_FRAMES, picture.frames());
        to.add(Family.STREAM_LATE, picture.late());
        to.add(Family.STREAM_DROPPED, picture.dropped());
        to.add(Family.STREAM_FPS, picture.fps());
        to.add(Family.STREAM_RATE, picture.kbps() * BYTES_A_KILOBIT);
        StreamHealth.Times times = health.times();
        to.add(Family.STREAM_COMPOSE, times.compose().histogram());
        to.add(Family.STREAM_ENCODE, times.encode().histogram());
        to.add(Family.STREAM_STATE_TO_FRAME, times.stateToFrame().histogram());
        to.add(Family.STREAM_POST_TO_FRAME, times.postToFrame().histogram());
        to.add(Family.STREAM_DRIFT, health.drift().soundMillis() / MILLIS_A_SECOND, "sound");
        to.add(Family.STREAM_DRIFT, health.drift().clockMillis() / MILLIS_A_SECOND, "clock");
        to.add(Family.STREAM_SOUND_RMS, health.sound().rmsDb());
        to.add(Family.STREAM_SOUND_PEAK, health.sound().peakDb());
        byName(health.outputs()).forEach((name, outputs) -> output(name, outputs, to));
    }

    /** Recordings share a name, and a series may be there only once. */
    private static Map<String, List<OutputStatus>> byName(List<OutputStatus> outputs) {
        Map<String, List<OutputStatus>> named = new LinkedHashMap<>();
        outputs.forEach(output ->
                named.computeIfAbsent(output.name(), any -> new ArrayList<>()).add(output));
        return named;
    }

    private static void output(String name, List<OutputStatus> outputs, Exposition to) {
        boolean up = outputs.stream().allMatch(output -> output.state() == State.UP);
        to.add(Family.OUTPUT_UP, up ? 1 : 0, name);
        for (State state : State.values()) {
            long count =
                    outputs.stream().filter(output -> output.state() == state).count();
            to.add(Family.OUTPUT_STATE, count, name, state.name().toLowerCase(Locale.ROOT));
        }
        List<Traffic> traffic = outputs.stream().map(OutputStatus::traffic).toList();
        to.add(
                Family.OUTPUT_QUEUE,
                traffic.stream().mapToLong(Traffic::queued).max().orElse(0),
                name);
        to.add(
                Family.OUTPUT_QUEUE_MAX,
                traffic.stream().mapToLong(Traffic::queueMax).max().orElse(0),
                name);
        to.add(Family.OUTPUT_BYTES, traffic.stream().mapToLong(Traffic::bytes).sum(), name);
        to.add(
                Family.OUTPUT_DROPPED,
                traffic.stream().mapToLong(Traffic::droppedPackets).sum(),
                name);
        to.add(
                Family.OUTPUT_RECONNECTS,
                traffic.stream().mapToLong(Traffic::reconnects).sum(),
                name);
    }
}
