package com.sothebais.agent.internal;

import com.sothebais.agent.internal.Cue.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the host is still to say: the most urgent first, the older first among equals, stale ones never. Bounded: when it is full
 * the least urgent and oldest gives way. Thread-safe.
 */
final class SpeechQueue {
    static final int CUES_MAX = 32;

    private final List<Cue> waiting = new ArrayList<>();
    private int clearings;

    synchronized void offer(Cue cue) {
        waiting.removeIf(older -> supersedes(cue, older));
        if (waiting.size() >= CUES_MAX) {
            Cue least = waiting.get(0);
            for (Cue other : waiting) {
                least = other.urgency().compareTo(least.urgency()) < 0 ? other : least;
            }
            if (least.urgency().compareTo(cue.urgency()) > 0) {
                return;
            }
            waiting.remove(least);
        }
        waiting.add(cue);
        notifyAll();
    }

    /** The next cue to speak of now, taken out of the queue. */
    synchronized Optional<Cue> poll(Instant now) {
        waiting.removeIf(cue -> cue.window().isOver(now));
        Cue best = null;
        for (Cue cue : waiting) {
            boolean better = best == null || cue.urgency().compareTo(best.urgency()) > 0;
            if (better && cue.window().isOpen(now)) {
                best = cue;
            }
        }
        waiting.remove(best);
        return Optional.ofNullable(best);
    }

    /** Nothing that was ever offered is worth saying any more, not even what was taken out and is being made. */
    synchronized void clear() {
        waiting.clear();
        clearings++;
    }

    /** How often it was cleared; a cue that was taken before the last time must not be said. */
    synchronized int clearings() {
        return clearings;
    }

    /** Waits for something to change, at most {@code limit}. */
    synchronized void await(Duration limit) throws InterruptedException {
        if (!limit.isNegative() && !limit.isZero()) {
            wait(Math.max(1, limit.toMillis()));
        }
    }

    synchronized boolean hasUrgent() {
        return waiting.stream().anyMatch(cue -> cue.urgency() == Urgency.URGENT);
    }

    /** Whether something that came later makes this cue, already taken, pointless. */
    synchronized boolean overtook(Cue taken) {
        return waiting.stream().anyMatch(newer -> supersedes(newer, taken));
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** For health and tests: kinds in the order they came. */
    synchronized List<Cue> waiting() {
        return List.copyOf(waiting);
    }

    private static boolean supersedes(Cue newer, Cue older) {
        boolean sameGroup = !newer.group().isEmpty() && newer.group().equals(older.group());
        return sameGroup || newer.urgency() == Urgency.URGENT && older.endsWithTheLot();
    }
}
