package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import java.time.Instant;
import java.util.List;

/**
 * Which posts have been taken: the newest in memory, older ones in the log, where every fact of a post has its id as correlation. The
 * log is asked only about posts that are not younger than all that memory forgot, so new posts cost no question. One writer.
 */
final class SeenPosts {

    /** Most posts kept in memory, about 30 bytes each. */
    static final int MEMORY_MAX = 200_000;

    private static final long MICROS = 1_000_000;

    private final PostMarks newest;
    private final EventLog log;

    /** In microseconds since 1970, as all times here. */
    private long forgottenUntil = Long.MIN_VALUE;

    /**
     * What is known, for a later start.
     *
     * @param newest as {@link PostMarks#toArray} gives it
     * @param forgottenUntil the network's time of the youngest post that memory forgot, in microseconds since 1970
     */
    record Memory(long[] newest, long forgottenUntil) {
        static final Memory NONE = new Memory(new long[0], Long.MIN_VALUE);
    }

    SeenPosts(EventLog log, int memoryMax) {
        this.log = log;
        this.newest = new PostMarks(memoryMax);
    }

    Memory memory() {
        return new Memory(newest.toArray(), forgottenUntil);
    }

    /** Nothing may have been added before. */
    void remember(Memory memory) {
        forgottenUntil = memory.forgottenUntil();
        newest.addAll(memory.newest());
    }

    /** Takes the post that a fact follows from, if it follows from one. */
    void add(Event event) {
        if (event instanceof BidAccepted bid) {
            add(bid.post());
        } else if (event instanceof BidRefused bid) {
            add(bid.post());
        } else if (event instanceof PostHeard heard) {
            add(heard.post());
        }
    }

    private void add(Post post) {
        if (!post.isByProxy()) {
            forgottenUntil = Math.max(forgottenUntil, newest.add(post.id(), micros(post.at())));
        }
    }

    /** Takes back what was added and then not recorded. */
    void remove(Iterable<PostId> posts) {
        posts.forEach(newest::remove);
    }

    /** Whether the post was taken before. A post that comes again has the same time of its network as before. */
    boolean contains(Post post) {
        if (newest.contains(post.id())) {
            return true;
        }
        boolean younger = micros(post.at()) > forgottenUntil;
        return !younger
                && !log.known(List.of(new CorrelationId(post.id().toString()))).isEmpty();
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
    }
}
