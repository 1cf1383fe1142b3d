package com.sothebais.agent.internal;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * With which post each bidder led last in each lot, so that who is outbid is told under it however many bids came in between.
 * Remembers the newest {@link #KEPT_MAX}. Thread-safe.
 */
final class LeadingPosts {
    static final int KEPT_MAX = 20_000;
    private static final int FIRST_ROOM = 64;
    private static final float LOAD = 0.75f;

    private final Map<Seat, Post> posts = new LinkedHashMap<>(FIRST_ROOM, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Seat, Post> eldest) {
            return size() > KEPT_MAX;
        }
    };

    /** A bidder in a lot. */
    private record Seat(AuctionId lot, AccountId account) {}

    /** What the engine bids for a private maximum is nobody's post and cannot be answered. */
    synchronized void take(Recorded recorded) {
        if (recorded.event() instanceof BidAccepted bid && !bid.post().isByProxy()) {
            posts.put(new Seat(bid.auction(), bid.post().author().id()), bid.post());
        }
    }

    /** Empty for a bidder who never posted an accepted bid in the lot. */
    synchronized Optional<Post> of(AuctionId lot, AccountId account) {
        return Optional.ofNullable(posts.get(new Seat(lot, account)));
    }
}
