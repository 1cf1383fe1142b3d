package com.sothebais.simulation.oracle;

import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;

/**
 * A post as it was written, with what is known of it.
 *
 * @param due what must follow from it
 * @param reply whether it answers a post of the host
 */
public record Said(Post post, Meaning meaning, Due due, boolean reply) {

    /** What the ledger says of a post. */
    record Line(PostId post, AccountId author) {
        static Line of(Post post) {
            return new Line(post.id(), post.author().id());
        }
    }

    /** What must follow from a post. */
    public enum Due {
        /** Nothing may be recorded. */
        NOTHING,
        /** Nothing may be recorded and its delivery fails: it cannot be stored. */
        FAILURE,
        /** A refusal, since a changed post never bids. */
        EDITED,
        /** It was heard, unless its author talks too much. */
        HEARING,
        /** A verdict. */
        VERDICT
    }
}
