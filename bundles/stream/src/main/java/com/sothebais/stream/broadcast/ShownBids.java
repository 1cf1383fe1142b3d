package com.sothebais.stream.broadcast;

import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.stream.FirstFrames;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers when the newest bids were first seen on air. Written by the frame thread, read by any. */
final class ShownBids implements FirstFrames {
    private final int bidsMax;
    private final Map<CorrelationId, Instant> shown = new LinkedHashMap<>();

    ShownBids(int bidsMax) {
        this.bidsMax = bidsMax;
    }

    /** The answer for a private maximum has the story of the bid it answers, whose first frame counts. */
    synchronized void note(CorrelationId story, Instant encoded) {
        if (shown.putIfAbsent(story, encoded) == null && shown.size() > bidsMax) {
            shown.remove(shown.keySet().iterator().next());
        }
    }

    @Override
    public synchronized Optional<Instant> firstFrame(CorrelationId story) {
        return Optional.ofNullable(shown.get(story));
    }
}
