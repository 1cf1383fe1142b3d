package com.sothebais.api.social;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody said on a network.
 *
 * @param text as written, possibly empty, at most {@link #TEXT_MAX} characters
 * @param at the network's own time of the post, UTC
 * @param mentionsHost whether the network says that it mentions the host's account
 */
public record Post(PostId id, Account author, String text, Instant at, Relation relation, boolean mentionsHost) {

    /** The network of bids that nobody posted; no real network has this name. */
    public static final String PROXY = "proxy";

    /** Longest text taken from any network. */
    public static final int TEXT_MAX = 25_000;

    public Post {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(relation, "relation");
        if (text.length() > TEXT_MAX) {
            throw new IllegalArgumentException(
                    "post " + id + " has " + text.length() + " characters, limit " + TEXT_MAX);
        }
    }

    /**
     * Stands for a bid that the engine makes for a bidder's private maximum: nobody posted it.
     *
     * @param id unique among such bids of the auction
     */
    public static Post byProxy(String id, Account bidder, Instant at) {
        return new Post(new PostId(PROXY, id), bidder, "", at, Relation.ORIGINAL, false);
    }

    /** Whether nobody posted it, because the engine bid for a private maximum; it cannot be answered. */
    public boolean isByProxy() {
        return id.network().equals(PROXY);
    }
}
