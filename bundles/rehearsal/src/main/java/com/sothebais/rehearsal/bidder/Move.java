package com.sothebais.rehearsal.bidder;

import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;

/** What a bidder does. */
public sealed interface Move {
    /** Posts a text. */
    record Say(String text, Relation relation) implements Move {}

    /** The network delivers a post once more. */
    record Redeliver(PostId post) implements Move {}

    static Move say(String text) {
        return new Say(text, Relation.ORIGINAL);
    }

    /** Posts a text that hangs on another post. */
    static Move about(Relation.Kind kind, Post target, String text) {
        return new Say(text, Relation.to(kind, target.id(), target.author().id()));
    }
}
