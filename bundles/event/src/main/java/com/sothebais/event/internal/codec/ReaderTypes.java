package com.sothebais.event.internal.codec;

import com.sothebais.api.event.ReaderEvent;
import java.util.List;

/** How each fact about readers of the log is stored. */
final class ReaderTypes implements ReaderEvent.Cases<Typed> {

    private static final EventType<ReaderEvent.DeadLetterResolved> DEAD_LETTER_RESOLVED = new EventType<>(
            "reader.dead-letter-resolved",
            1,
            (out, event) -> out.text("subscriber", event.subscriber())
                    .number("position", event.position())
                    .text("resolution", event.resolution().name())
                    .optionalText("payload", event.payload())
                    .object("decree", event.decree(), OverrideJson::write),
            in -> new ReaderEvent.DeadLetterResolved(
                    in.text("subscriber"),
                    in.number("position"),
                    in.constant("resolution", ReaderEvent.Resolution.class),
                    in.optionalText("payload"),
                    in.object("decree", OverrideJson::readDecree)));

    private static final EventType<ReaderEvent.ReplayOrdered> REPLAY_ORDERED = new EventType<>(
            "reader.replay-ordered",
            1,
            (out, event) -> out.text("subscriber", event.subscriber())
                    .number("from", event.from())
                    .number("to", event.to())
                    .flag("shadow", event.shadow())
                    .object("decree", event.decree(), OverrideJson::write),
            in -> new ReaderEvent.ReplayOrdered(
                    in.text("subscriber"),
                    in.number("from"),
                    in.number("to"),
                    in.flag("shadow"),
                    in.object("decree", OverrideJson::readDecree)));

    static final List<EventType<?>> ALL = List.of(DEAD_LETTER_RESOLVED, REPLAY_ORDERED);

    @Override
    public Typed deadLetterResolved(ReaderEvent.DeadLetterResolved event) {
        return DEAD_LETTER_RESOLVED.of(event);
    }

    @Override
    public Typed replayOrdered(ReaderEvent.ReplayOrdered event) {
        return REPLAY_ORDERED.of(event);
    }
}
