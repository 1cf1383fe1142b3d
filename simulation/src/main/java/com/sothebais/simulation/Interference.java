package com.sothebais.simulation;

import com.sothebais.api.event.EventLogException;

/** What goes wrong for one process where it touches the world outside. Everything is armed beforehand and happens once. */
final class Interference {
    private int crashAfter = -1;
    private int refusals;
    private int lostAnswers;
    private int failedReads;
    private Runnable meanwhile = () -> {};
    private boolean stepping;

    /** The process ends at the so-manieth touch from now on, from 0. */
    void crashAfter(int touches) {
        crashAfter = touches;
    }

    void refuse(int appends) {
        refusals = appends;
    }

    void loseAnswer(int appends) {
        lostAnswers = appends;
    }

    void failRead(int reads) {
        failedReads = reads;
    }

    /** Happens at the next touch within a step. */
    void meanwhile(Runnable once) {
        meanwhile = once;
    }

    void stepping(boolean now) {
        stepping = now;
    }

    boolean isStepping() {
        return stepping;
    }

    void calm() {
        crashAfter = -1;
        refusals = 0;
        lostAnswers = 0;
        failedReads = 0;
        meanwhile = () -> {};
    }

    /** The process touches something outside. */
    void touch(String where) {
        if (crashAfter == 0) {
            throw new Crash(where);
        }
        crashAfter = Math.max(-1, crashAfter - 1);
        if (stepping) {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
        }
    }

    void beforeAppend() {
        touch("before append");
        if (refusals > 0) {
            refusals--;
            throw new EventLogException("the simulated database refuses", null);
        }
    }

    void afterAppend() {
        touch("after append");
        if (lostAnswers > 0) {
            lostAnswers--;
            throw new EventLogException("the answer of the simulated database was lost", null);
        }
    }

    void read() {
        touch("read");
        if (failedReads > 0) {
            failedReads--;
            throw new EventLogException("the simulated database cannot be read", null);
        }
    }
}
