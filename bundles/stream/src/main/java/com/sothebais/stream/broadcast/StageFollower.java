package com.sothebais.stream.broadcast;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.stream.FirstFrames;
import com.sothebais.stream.scene.Stage;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;

/** Folds the log into the newest state for the next frame, and remembers which facts that frame will be the first to show. */
public final class StageFollower implements EventSubscriber, FirstFrames {

    /** Facts of one frame whose way to the screen is measured; more are shown but not measured. */
    static final int MEASURED_MAX = 1_000;

    private final Queue<Unseen> unseen = new ArrayBlockingQueue<>(MEASURED_MAX);
    private final ShownBids bids = new ShownBids(BIDS_MAX);
    private Stage everything = Stage.EMPTY;
    private volatile Stage stage = Stage.EMPTY;
    private volatile boolean live;
    private volatile Runnable news = () -> {};

    /**
     * A fact that no frame has shown yet.
     *
     * @param at when it was decided
     * @param posted the network's time of the post that it answers, for verdicts on bids
     * @param story its correlation
     */
    record Unseen(Instant at, Optional<Instant> posted, CorrelationId story) {}

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
        everything = everything.after(recorded);
        stage = everything.onStage();
        if (live && Stage.shows(recorded.event())) {
            unseen.offer(new Unseen(
                    recorded.fact().at(),
                    posted(recorded.event()),
                    recorded.fact().correlation()));
            news.run();
        }
    }

    /** From now on this is called whenever a frame is to show something else; it must return at once. */
    void onNews(Runnable listener) {
        news = listener;
    }

    /** Whether something has happened that no frame shows yet. */
    boolean hasNews() {
        return !unseen.isEmpty();
    }

    @Override
    public void caughtUp() {
        live = true;
    }

    /** Whether the log was read to its end. */
    public boolean hasCaughtUp() {
        return live;
    }

    /** As the next frame shows it. */
    public Stage stage() {
        return stage;
    }

    /** Hands over the facts that the state has and no frame has shown yet; call before {@link #stage}. */
    void takeUnseen(Consumer<Unseen> facts) {
        for (Unseen fact = unseen.poll(); fact != null; fact = unseen.poll()) {
            facts.accept(fact);
        }
    }

    /** The first frame that shows the fact has been encoded. */
    void shown(Unseen fact, Instant now) {
        if (fact.posted().isPresent()) {
            bids.note(fact.story(), now);
        }
    }

    @Override
    public Optional<Instant> firstFrame(CorrelationId story) {
        return bids.firstFrame(story);
    }

    private static Optional<Instant> posted(Event event) {
        if (event instanceof BidAccepted accepted) {
            return Optional.of(accepted.post().at());
        }
        return event instanceof BidRefused refused ? Optional.of(refused.post().at()) : Optional.empty();
    }
}
