package com.sothebais.agent.internal;

import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something the host is to speak of.
 *
 * @param script words given by the director, or empty when the personality finds them
 * @param group a newer cue of the same group takes the place of an older one; empty for none
 * @param deadline what the {@code seconds} of the line count down to, read when the line is made
 */
record Cue(
        Moment moment,
        Optional<Line> script,
        Urgency urgency,
        String group,
        Window window,
        Optional<Instant> deadline,
        Origin origin) {
    private static final Duration SAY_WITHIN = Duration.ofMinutes(1);

    /** How much a cue matters; {@link #URGENT} cuts off the line on air. */
    enum Urgency {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }

    /** Half-open: from {@code opens} to before {@code closes}; said later, the line would be stale. */
    record Window(Instant opens, Instant closes) {
        boolean isOver(Instant now) {
            return !now.isBefore(closes);
        }

        boolean isOpen(Instant now) {
            return !now.isBefore(opens) && !isOver(now);
        }
    }

    /** What led to the cue. */
    record Origin(CorrelationId correlation, Optional<EventId> causation) {}

    /** Words of a director, said at the next chance. */
    static Cue scripted(Line line, Instant now, Origin origin) {
        return new Cue(
                new Moment(Moment.Kind.SMALL_TALK, Map.of(), Optional.empty(), Optional.empty()),
                Optional.of(line),
                Urgency.HIGH,
                "",
                new Window(now, now.plus(SAY_WITHIN)),
                Optional.empty(),
                origin);
    }

    /** Whether the cue is pointless once the hammer has fallen. */
    boolean endsWithTheLot() {
        return script.isEmpty()
                && switch (moment.kind()) {
                    case LOT_OPENED, NEW_LEADER, EXTENDED, TIME_LEFT, COUNTDOWN, SMALL_TALK -> true;
                    default -> false;
                };
    }
}
