package com.sothebais.simulation.oracle;

import com.sothebais.api.event.Recorded;
import java.util.ArrayList;
import java.util.List;

/**
 * What one process surely knows of facts of others: what it was handed, or read when it started. It may know more, up to everything
 * that is recorded, so a verdict must be right for one of the {@link #possible} states of its knowledge.
 */
public final class Learner {
    private final List<Recorded> foreign;
    private final Knowledge sure = new Knowledge();
    private int next;

    Learner(List<Recorded> foreign) {
        this.foreign = foreign;
    }

    /** From now on the process knows everything up to the position. */
    public void knows(long position) {
        while (next < foreign.size() && foreign.get(next).position() <= position) {
            sure.learn(foreign.get(next++).event());
        }
    }

    List<Knowledge> possible() {
        List<Knowledge> states = new ArrayList<>();
        Knowledge state = sure;
        states.add(state);
        for (Recorded later : foreign.subList(next, foreign.size())) {
            state = state.copy();
            state.learn(later.event());
            states.add(state);
        }
        return states;
    }
}
