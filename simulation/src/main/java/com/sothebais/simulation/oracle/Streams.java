package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Order within streams and of the whole log. */
final class Streams {
    private final Map<StreamId, Long> sequences = new HashMap<>();
    private final Map<StreamId, Instant> newest = new HashMap<>();
    private long position;

    void check(Recorded recorded) {
        StreamId stream = recorded.fact().stream();
        require(
                recorded.position() > position,
                Invariant.STREAM,
                "position %d follows %d",
                recorded.position(),
                position);
        position = recorded.position();
        long sequence = sequences.merge(stream, 1L, Long::sum);
        require(
                recorded.sequence() == sequence,
                Invariant.STREAM,
                "sequence %d of %s has the number %d",
                sequence,
                stream,
                recorded.sequence());
        Instant at = recorded.fact().at();
        Instant before = newest.getOrDefault(stream, at);
        require(
                !at.isBefore(before),
                Invariant.STREAM,
                "%s goes back from %s to %s: %s",
                stream,
                before,
                at,
                recorded.event());
        newest.put(stream, at);
        require(
                at.getNano() % 1_000 == 0,
                Invariant.STREAM,
                "%s is finer than the log keeps: %s",
                at,
                recorded.event());
    }
}
