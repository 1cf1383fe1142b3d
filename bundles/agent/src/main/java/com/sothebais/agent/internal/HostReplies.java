package com.sothebais.agent.internal;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes the answers to facts into the outbox. Delivered again, a fact finds its keys taken and changes nothing; when the database is
 * away, the fact counts as not taken and comes back.
 */
final class HostReplies implements EventSubscriber {
    /** How long a fact waits for the show to have folded it; past that the answer leaves the lot's name out. */
    private static final Duration SHOW_MAX = Duration.ofMillis(500);

    private final Replies replies;
    private final ShowWatch watch;
    private final Outbox outbox;
    private final Poster poster;
    private final InstantSource clock;

    HostReplies(Replies replies, ShowWatch watch, Outbox outbox, Poster poster, InstantSource clock) {
        this.replies = replies;
        this.watch = watch;
        this.outbox = outbox;
        this.poster = poster;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "host-replies";
    }

    @Override
    public Kind kind() {
        return Kind.REACTOR;
    }

    @Override
    public void on(Recorded recorded) throws SQLException, InterruptedException {
        if (!Replies.concern(recorded)) {
            return;
        }
        List<PlannedPost> posts =
                replies.on(recorded, watch.showAt(recorded.position(), SHOW_MAX), clock.instant()).stream()
                        .filter(post ->
                                post.urgency() != PlannedPost.CHAT || poster.waiting() < Outbox.CHAT_WAITING_MAX)
                        .toList();
        if (!posts.isEmpty()) {
            outbox.add(posts, clock.instant());
            poster.wake();
        }
    }
}
