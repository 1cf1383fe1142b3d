package com.sothebais.event.internal.dispatch;

import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.Replays.Replay;
import com.sothebais.api.event.Replays.Status;
import java.util.List;
import java.util.Optional;

/** One replay and how far it is. Stepped by one thread, asked and stopped by any. */
final class ReplayTask {
    /** Facts given between two looks at anything else. */
    private static final int BATCH = 200;

    private final EventLog log;
    private Replay state;
    private long position;

    ReplayTask(EventLog log, Replay start) {
        this.log = log;
        this.state = start;
        this.position = start.from() - 1;
    }

    /** Who takes the facts. */
    interface Taker {
        void on(Recorded recorded) throws Exception;
    }

    synchronized Replay state() {
        return state;
    }

    /** Takes some more facts; true when the replay is over. */
    boolean step(Taker taker) {
        try {
            List<Recorded> batch = log.read(position, BATCH);
            for (Recorded recorded : batch) {
                if (!running() || recorded.position() > state().to()) {
                    return finish(Status.DONE, Optional.empty());
                }
                taker.on(recorded);
                taken(recorded.position());
            }
            boolean over = batch.isEmpty() || position >= state().to();
            return over ? finish(Status.DONE, Optional.empty()) : !running();
        } catch (EventLogException e) {
            return finish(Status.FAILED, Optional.of("the log cannot be read: " + e.getMessage()));
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return finish(
                    Status.FAILED, Optional.of("position " + (position + 1) + " or after: " + ReaderTables.reason(e)));
        }
    }

    /** Ends it after the fact at hand; nothing when it is over. */
    void stop() {
        finish(Status.STOPPED, Optional.empty());
    }

    synchronized void result(String text) {
        state = copy(state.status(), state.taken(), state.trouble(), Optional.of(text));
    }

    private synchronized boolean running() {
        return state.status() == Status.RUNNING;
    }

    private synchronized void taken(long at) {
        position = at;
        state = copy(state.status(), state.taken() + 1, state.trouble(), state.result());
    }

    private synchronized boolean finish(Status status, Optional<String> trouble) {
        if (state.status() == Status.RUNNING) {
            state = copy(status, state.taken(), trouble, state.result());
        }
        return true;
    }

    private Replay copy(Status status, long taken, Optional<String> trouble, Optional<String> result) {
        return new Replay(
                state.number(),
                state.subscriber(),
                state.shadow(),
                state.from(),
                state.to(),
                taken,
                status,
                trouble,
                result);
    }
}
