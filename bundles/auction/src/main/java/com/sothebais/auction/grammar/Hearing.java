package com.sothebais.auction.grammar;

import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.Relation;

/** Whether a post can speak to the host at all, judged by what the network says of it, before its text is read. */
public enum Hearing {
    /** The host's own words. */
    OWN,
    REPOST,
    /** A changed version: the first one counts. */
    EDIT,
    /** Shows somebody else's post: may be talk, is never a bid. */
    QUOTES_OTHERS,
    /** Neither mentions nor answers the host. */
    UNADDRESSED,
    /** Speaks to the host. */
    ADDRESSED;

    public static Hearing of(Post post, AccountId host) {
        Relation relation = post.relation();
        boolean aboutHost = relation.targetAuthor().filter(host::equals).isPresent();
        if (post.author().id().equals(host)) {
            return OWN;
        }
        if (relation.kind() == Relation.Kind.REPOST) {
            return REPOST;
        }
        if (relation.kind() == Relation.Kind.EDIT) {
            return EDIT;
        }
        if (!post.mentionsHost() && !aboutHost) {
            return UNADDRESSED;
        }
        return relation.kind() == Relation.Kind.QUOTE && !aboutHost ? QUOTES_OTHERS : ADDRESSED;
    }

    /** Whether the post answers one of the host's. */
    public static boolean repliesTo(Post post, AccountId host) {
        return post.relation().kind() == Relation.Kind.REPLY
                && post.relation().targetAuthor().filter(host::equals).isPresent();
    }
}
