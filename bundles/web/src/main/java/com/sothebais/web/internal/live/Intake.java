package com.sothebais.web.internal.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was folded and is not sent yet. While the log is read from its beginning it keeps the newest steps, so that clients that come
 * back after a restart can resume. Thread-safe.
 */
final class Intake {
    /** Steps that wait at most; when there are more, everyone gets a snapshot instead. */
    static final int WAITING_MAX = Backlog.FRAMES_MAX;

    private final Deque<Step> waiting = new ArrayDeque<>();
    private Optional<ShowWatch.State> state = Optional.empty();
    private boolean open;
    private boolean changed;
    private boolean anew = true;
    private long floor;

    /**
     * What is to be sent now.
     *
     * @param anew whether everyone needs a snapshot
     * @param floor position behind which the steps are complete
     * @param steps those that viewers get to know of, in log order
     * @param state the show behind the last fact
     */
    record Round(boolean anew, long floor, List<Step> steps, ShowWatch.State state) {}

    synchronized void take(Step step) {
        if (step.anew()) {
            open = false;
            forget(0);
        }
        state = Optional.of(step.after());
        changed = true;
        if (Deltas.isStructural(step)) {
            forget(step.position());
        } else if (Deltas.isShown(step)) {
            if (waiting.size() == WAITING_MAX) {
                floor = waiting.remove().position();
                anew = true;
            }
            waiting.add(step);
        }
    }

    /** The log was read to its end. */
    synchronized void open() {
        open = true;
        changed = true;
        state = state.or(() -> Optional.of(ShowWatch.State.EMPTY));
    }

    /** Whether there is something to send. */
    synchronized boolean isWaiting() {
        return open && changed;
    }

    /** Takes all that waits; empty while the log is being read, and when nothing happened. */
    synchronized Optional<Round> drain() {
        if (!isWaiting()) {
            return Optional.empty();
        }
        Round round = new Round(anew, floor, new ArrayList<>(waiting), state.orElseThrow());
        waiting.clear();
        changed = false;
        anew = false;
        return Optional.of(round);
    }

    private void forget(long position) {
        waiting.clear();
        floor = position;
        anew = true;
    }
}
