package com.sothebais.api.social;

import com.sothebais.api.asset.AssetId;
import java.util.Objects;
import java.util.Optional;

/**
 * Something the host wants to post.
 *
 * @param key idempotency key: a network that already published this key returns the same post again
 * @param replyTo the post to answer, empty for a post of its own
 * @param media a picture to attach
 */
public record Draft(String key, String text, Optional<PostId> replyTo, Optional<AssetId> media) {
    public Draft {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(replyTo, "replyTo");
        Objects.requireNonNull(media, "media");
    }
}
