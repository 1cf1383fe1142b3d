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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which posts have been taken: the newest in memory, older ones in the log, where every fact of a post has its id as correlation. The
 * log is asked only about posts that are not younger than all that memory forgot, so new posts cost no question. One writer.
 */
final class SeenPosts {

    /** Most posts kept in memory, about 150 bytes each. */
    static final int MEMORY_MAX = 200_000;

    private final Map<PostId, Instant> newest = new LinkedHashMap<>();
    private final EventLog log;
    private final int memoryMax;
    private Instant forgottenUntil = Instant.MIN;

    /** A post and the network's time of it. */
    record Seen(PostId post, Instant at) {}

    /**
     * What is known, for a later start.
     *
     * @param newest oldest first
     * @param forgottenUntil the network's time of the youngest post that memory forgot
     */
    record Memory(List<Seen> newest, Instant forgottenUntil) {
        static final Memory NONE = new Memory(List.of(), Instant.EPOCH);

        Memory {
            newest = List.copyOf(newest);
        }
    }

    SeenPosts(EventLog log, int memoryMax) {
        this.log = log;
        this.memoryMax = memoryMax;
    }

    Memory memory() {
        List<Seen> all = new ArrayList<>(newest.size());
        newest.forEach((post, at) -> all.add(new Seen(post, at)));
        return new Memory(all, forgottenUntil.isBefore(Instant.EPOCH) ? Instant.EPOCH : forgottenUntil);
    }

    void remember(Memory memory) {
        newest.clear();
        forgottenUntil = memory.forgottenUntil();
        memory.newest().forEach(seen -> add(seen.post(), seen.at()));
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
            add(post.id(), post.at());
        }
    }

    private void add(PostId post, Instant at) {
        newest.put(post, at);
        if (newest.size() > memoryMax) {
            Iterator<Instant> oldest = newest.values().iterator();
            Instant forgotten = oldest.next();
            oldest.remove();
            if (forgotten.isAfter(forgottenUntil)) {
                forgottenUntil = forgotten;
            }
        }
    }

    /** Takes back what was added and then not recorded. */
    void remove(Iterable<PostId> posts) {
        posts.forEach(newest::remove);
    }

    /** Whether the post was taken before. A post that comes again has the same time of its network as before. */
    boolean contains(Post post) {
        if (newest.containsKey(post.id())) {
            return true;
        }
        boolean younger = post.at().truncatedTo(ChronoUnit.MICROS).isAfter(forgottenUntil);
        return !younger
                && !log.known(List.of(new CorrelationId(post.id().toString()))).isEmpty();
    }
}
