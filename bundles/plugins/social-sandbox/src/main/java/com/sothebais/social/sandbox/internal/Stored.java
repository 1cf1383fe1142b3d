package com.sothebais.social.sandbox.internal;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.social.Post;
import java.util.Optional;

/**
 * A post in its place on the timeline.
 *
 * @param sequence ascends with time; the post's id as a number
 * @param routed whether it concerns the host and goes to the inbox
 */
record Stored(long sequence, Post post, boolean routed, Optional<AssetId> media) {}
