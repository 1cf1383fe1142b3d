package com.sothebais.web.internal.live;

import com.sothebais.web.internal.json.VitalsJson;
import com.sothebais.web.internal.parts.Parts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes rounds of what waits and hands them to everyone. Called by one thread. */
final class LivePump {
    private final Intake intake;
    private final LiveHub hub;
    private final Parts parts;
    private final InstantSource clock;

    LivePump(Intake intake, LiveHub hub, Parts parts, InstantSource clock) {
        this.intake = intake;
        this.hub = hub;
        this.parts = parts;
        this.clock = clock;
    }

    /** Sends what waits. */
    void pump() {
        Optional<Intake.Round> waiting = intake.drain();
        if (waiting.isEmpty()) {
            return;
        }
        Intake.Round round = waiting.get();
        List<Frame> frames =
                round.steps().stream().flatMap(step -> Deltas.of(step).stream()).toList();
        long position = round.state().show().position();
        Supplier<Frame> snapshot = () -> Deltas.snapshot(round.state(), clock.instant());
        if (round.anew()) {
            hub.restart(round.floor(), frames, position, snapshot);
        } else {
            hub.publish(frames, position, snapshot);
        }
        hub.wakeAll();
    }

    /** Passes on how the parts are; nothing is asked while nobody watches. */
    void vitals() {
        if (hub.viewers() > 0) {
            hub.pass(Piece.of(List.of(Frame.of(Frame.Kind.VITALS, VitalsJson.of(parts)))));
        }
    }

    void heartbeat() {
        hub.closeStalled();
        hub.pass(Piece.HEARTBEAT);
    }
}
