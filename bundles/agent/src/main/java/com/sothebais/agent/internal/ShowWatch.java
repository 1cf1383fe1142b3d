package com.sothebais.agent.internal;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.show.ShowView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Follows the show for the host: every fact and every tick of the clock goes through the director into the speech queue, but only
 * once the past has been read. Thread-safe.
 */
final class ShowWatch implements EventSubscriber {
    private final Director director;
    private final SpeechQueue queue;
    private final Speaker speaker;
    private final Cast cast;
    private final InstantSource clock;
    private final LeadingPosts leading = new LeadingPosts();
    private final AtomicReference<Mood> shown = new AtomicReference<>();
    private ShowView show = ShowView.EMPTY;
    private boolean live;

    ShowWatch(Director director, SpeechQueue queue, Speaker speaker, Cast cast, InstantSource clock) {
        this.director = director;
        this.queue = queue;
        this.speaker = speaker;
        this.cast = cast;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "host-show";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public synchronized void on(Recorded recorded) {
        leading.take(recorded);
        boolean before = show.rehearsal().isPresent();
        show = show.after(recorded);
        boolean rehearsal = show.rehearsal().isPresent();
        if (before && !rehearsal) {
            // The outputs return when the host is silent, and nobody out there may hear of it.
            queue.clear();
        }
        if (live && recorded.fact().stream().isRehearsal() == rehearsal) {
            director.on(show.onStage(), recorded, clock.instant()).forEach(queue::offer);
        }
        notifyAll();
    }

    @Override
    public synchronized void caughtUp() {
        live = true;
    }

    /** Looks at the clock; to be called a few times a second. */
    void tick() {
        boolean speaking = speaker.isSpeaking() || !queue.isEmpty();
        Mood mood;
        synchronized (this) {
            if (!live) {
                return;
            }
            ShowView stage = show.onStage();
            director.tick(stage, clock.instant(), speaking).forEach(queue::offer);
            mood = director.mood(stage, clock.instant());
        }
        if (speaker.isSpeaking()) {
            // The line has a mood of its own; afterwards the resting one is shown again.
            shown.set(null);
        } else if (mood != shown.getAndSet(mood)) {
            cast.studio().ifPresent(studio -> studio.mood(mood));
        }
    }

    /** Of the facts that the show contains. */
    LeadingPosts leading() {
        return leading;
    }

    synchronized StreamId stream() {
        return show.rehearsal()
                .map(rehearsal -> new StreamId(Speaker.STREAM + "/" + rehearsal.campaign()))
                .orElse(Speaker.STREAM);
    }

    synchronized ShowView show() {
        return show;
    }

    /** The state once it contains the position, or as far as it has come within the limit. */
    synchronized ShowView showAt(long position, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (show.position() < position && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return show;
    }
}
