package com.sothebais.web.internal.json;

import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;

/**
 * A fact of the log with its envelope.
 *
 * @param type simple name of the fact, for example {@code BidAccepted}
 * @param trace which part said it, and what it follows from
 * @param confidential whether its content concerns one person alone, for example a private maximum: then it exists, and that is all
 *     that anybody learns here
 * @param payload its fields, {@code null} when confidential
 */
public record EventJson(
        long position,
        String id,
        String stream,
        long sequence,
        String type,
        TraceJson trace,
        boolean confidential,
        Object payload) {

    /** @param causation the fact that led to this one, {@code null} when none did */
    public record TraceJson(String source, String at, String correlation, String causation) {}

    public static EventJson of(Recorded recorded) {
        NewEvent fact = recorded.fact();
        return new EventJson(
                recorded.position(),
                recorded.id().toString(),
                fact.stream().value(),
                recorded.sequence(),
                fact.event().getClass().getSimpleName(),
                new TraceJson(
                        fact.source(),
                        fact.at().toString(),
                        fact.correlation().value(),
                        fact.causation().map(Object::toString).orElse(null)),
                fact.event().confidential(),
                fact.event().confidential() ? null : Plain.of(fact.event()));
    }
}
