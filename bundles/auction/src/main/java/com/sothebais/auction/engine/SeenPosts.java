package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.event.Event;
import com.sothebais.api.social.PostId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which posts have been taken: the newest in memory, the others in the table. One writer. */
final class SeenPosts {

    /** Most posts kept in memory, about 100 bytes each. */
    static final int MEMORY_MAX = 200_000;

    private final LinkedHashSet<PostId> newest = new LinkedHashSet<>();
    private final Function<Collection<PostId>, Set<PostId>> table;
    private final int memoryMax;
    private boolean forgotten;

    SeenPosts(Function<Collection<PostId>, Set<PostId>> table, int memoryMax) {
        this.table = table;
        this.memoryMax = memoryMax;
    }

    /** The post that a fact follows from, if it follows from one. */
    static Optional<PostId> postOf(Event event) {
        if (event instanceof BidAccepted bid) {
            return Optional.of(bid.post().id());
        }
        if (event instanceof BidRefused bid) {
            return Optional.of(bid.post().id());
        }
        return event instanceof PostHeard heard ? Optional.of(heard.post().id()) : Optional.empty();
    }

    void add(PostId post) {
        newest.add(post);
        if (newest.size() > memoryMax) {
            newest.remove(newest.iterator().next());
            forgotten = true;
        }
    }

    /** Those of the posts that were taken before; asks the table only for what memory may have forgotten. */
    Set<PostId> among(Collection<PostId> posts) {
        Set<PostId> seen = new HashSet<>();
        Set<PostId> unsure = new HashSet<>();
        for (PostId post : posts) {
            (newest.contains(post) ? seen : unsure).add(post);
        }
        if (forgotten && !unsure.isEmpty()) {
            seen.addAll(table.apply(unsure));
        }
        return seen;
    }
}
