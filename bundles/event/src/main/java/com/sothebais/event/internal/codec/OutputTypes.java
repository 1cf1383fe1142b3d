package com.sothebais.event.internal.codec;

import com.sothebais.api.stream.OutputEvent;
import java.util.List;

/** How each fact about outputs of the stream is stored. */
final class OutputTypes implements OutputEvent.Cases<Typed> {

    private static final EventType<OutputEvent.RetryOrdered> RETRY_ORDERED = new EventType<>(
            "output.retry-ordered",
            1,
            (out, event) -> out.text("output", event.output()).text("admin", event.admin()),
            in -> new OutputEvent.RetryOrdered(in.text("output"), in.text("admin")));

    static final List<EventType<?>> ALL = List.of(RETRY_ORDERED);

    @Override
    public Typed retryOrdered(OutputEvent.RetryOrdered event) {
        return RETRY_ORDERED.of(event);
    }
}
