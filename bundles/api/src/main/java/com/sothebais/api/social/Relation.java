package com.sothebais.api.social;

import java.util.Objects;
import java.util.Optional;

/**
 * How a post hangs on another.
 *
 * @param target the other post; empty for {@link Kind#ORIGINAL} only
 * @param targetAuthor who wrote the other post, when the network says so
 */
public record Relation(Kind kind, Optional<PostId> target, Optional<AccountId> targetAuthor) {

    /** The ways a post hangs on another. */
    public enum Kind {
        ORIGINAL,
        REPLY,
        QUOTE,
        REPOST,
        /** A changed version of an earlier post of the same author. */
        EDIT
    }

    /** A post that stands alone. */
    public static final Relation ORIGINAL = new Relation(Kind.ORIGINAL, Optional.empty(), Optional.empty());

    public Relation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(targetAuthor, "targetAuthor");
        if (target.isEmpty() != (kind == Kind.ORIGINAL)) {
            throw new IllegalArgumentException(kind + " with target " + target);
        }
    }

    public static Relation to(Kind kind, PostId target, AccountId targetAuthor) {
        return new Relation(kind, Optional.of(target), Optional.of(targetAuthor));
    }
}
