package com.sothebais.stream.broadcast;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.stream.scene.Stage;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;

/** Folds the log into the newest state for the next frame, and remembers which facts that frame will be the first to show. */
public final class StageFollower implements EventSubscriber {

    /** Facts of one frame whose way to the screen is measured; more are shown but not measured. */
    static final int MEASURED_MAX = 1_000;

    private final Queue<Instant> unseen = new ArrayBlockingQueue<>(MEASURED_MAX);
    private volatile Stage stage = Stage.EMPTY;
    private volatile boolean live;

    @Override
    public String name() {
        return "stream-scene";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        // State first: whoever takes the fact from the queue then sees a state that contains it.
        stage = stage.after(recorded);
        if (live && Stage.shows(recorded.event())) {
            unseen.offer(recorded.fact().at());
        }
    }

    @Override
    public void caughtUp() {
        live = true;
    }

    Stage stage() {
        return stage;
    }

    /** Hands over the instants of the facts that the state has and no frame has shown yet; call before {@link #stage}. */
    void takeUnseen(Consumer<Instant> facts) {
        for (Instant at = unseen.poll(); at != null; at = unseen.poll()) {
            facts.accept(at);
        }
    }
}
